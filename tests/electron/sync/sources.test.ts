import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createGuide } from '../../../electron/guide/source.ts'
import { createSources } from '../../../electron/sync/sources.ts'
import { failure, success } from '../../../shared/result.ts'

const guide = createGuide(join(import.meta.dirname, '../../../electron/guide/content'))

function arrange() {
  const asked: string[] = []
  const sources = createSources({
    guide,
    apiBaseUrl: () => 'https://stenobird.com',
    stenobird: {
      pull: async (request) => {
        asked.push(request.podcastSlug)
        return failure('not-found', 'no')
      },
      readEpisode: async (episodeId) => {
        asked.push(episodeId)
        return success({ kind: 'gone' })
      },
      lookUp: async (text) => {
        asked.push(text)
        return failure('not-found', 'no')
      },
    },
  })
  return { sources, asked }
}

test('sends each request to the source that it names', async () => {
  const { sources, asked } = arrange()
  const request = {
    podcastSlug: 'earmark-field-guide',
    cursor: null,
    updatedSince: null,
    validator: null,
    path: null,
    episodeSlugs: [],
  }
  expect(await sources.pull({ ...request, source: 'guide' })).toMatchObject({ ok: true })
  expect(asked).toEqual([])
  await sources.pull({ ...request, source: 'stenobird', podcastSlug: 'show' })
  expect(asked).toEqual(['show'])
})

test('finds the guide by its slug, and leaves everything else to the service', async () => {
  const { sources, asked } = arrange()
  expect(await sources.lookUp({ text: ' earmark-field-guide ' })).toMatchObject({
    ok: true,
    value: { podcast: { source: 'guide' } },
  })
  await sources.lookUp({ text: 'day-two-devops' })
  await sources.lookUp({ text: 'not an address at all' })
  expect(asked).toEqual(['day-two-devops', 'not an address at all'])
})

test('reads one episode from the source that is named with it', async () => {
  const { sources, asked } = arrange()
  const episodeId = 'earmark-field-guide/listening-with-intent'
  expect(await sources.readEpisode({ source: 'guide', episodeId })).toMatchObject({
    ok: true,
    value: { kind: 'read', episode: { id: episodeId } },
  })
  expect(asked).toEqual([])
  await sources.readEpisode({ source: 'stenobird', episodeId })
  expect(asked).toEqual([episodeId])
})
