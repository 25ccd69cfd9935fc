import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { audioOf, forgetAudio, keepAudio } from '../../../renderer/db/audio.ts'
import { draftsOf, dropDraft, keepDraft, readDraft } from '../../../renderer/db/drafts.ts'
import { recall, remember } from '../../../renderer/db/memory.ts'
import { freshDatabase } from '../fresh-database.ts'

beforeEach(freshDatabase)

test('audio that the person gave wins over anything found later, until it is forgotten', async () => {
  const at = (name: string) => ({ kind: 'remote', url: `https://example.org/${name}.mp3` }) as const
  const own = { episodeId: 'p/a', location: at('own'), origin: 'person' } as const
  await keepAudio({ episodeId: 'p/a', location: at('found'), origin: 'page' })
  expect(await keepAudio(own)).toEqual(own)
  expect(await keepAudio({ episodeId: 'p/a', location: at('found'), origin: 'resource' })).toMatchObject(own)
  expect(await keepAudio({ ...own, location: at('other') })).toMatchObject({ location: at('other') })
  await forgetAudio('p/a')
  expect(await audioOf('p/a')).toBeUndefined()
})

test('drafts are kept by the place they are written in', async () => {
  const draft = {
    key: 'k',
    episodeId: 'p/a',
    text: 'a',
    startSeconds: 1,
  } as const
  await keepDraft(draft)
  await keepDraft({ ...draft, text: 'ab' })
  await keepDraft({ ...draft, key: 'elsewhere', episodeId: 'p/b' })
  expect(await readDraft('k')).toMatchObject({ text: 'ab' })
  expect((await draftsOf('p/a')).map(({ key }) => key)).toEqual(['k'])
  await dropDraft('k')
  expect(await readDraft('k')).toBeUndefined()
})

test('recalls what was remembered, and nothing of another shape', async () => {
  await remember('topics', ['DevOps'])
  expect(await recall('topics', z.array(z.string()))).toEqual(['DevOps'])
  expect(await recall('topics', z.number())).toBeNull()
  expect(await recall('never remembered', z.number())).toBeNull()
})
