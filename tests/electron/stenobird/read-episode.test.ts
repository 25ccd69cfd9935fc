import { expect, test } from 'vitest'
import { episodeIdOf } from '../../../shared/models/identity.ts'
import { arrangeService } from './stand-in-service.ts'

test.each([['A4'], ['K2'], ['K1']] as const)('reads one episode with only %s answering', async (row) => {
  const { server, stenobird, slug } = await arrangeService()
  server.only(row)
  const { slug: episodeSlug, title, summary } = server.episode(slug, 0)
  expect(await stenobird.readEpisode(episodeIdOf(slug, episodeSlug))).toMatchObject({
    ok: true,
    value: { kind: 'read', episode: { slug: episodeSlug, title, summary } },
  })
})

test('an episode that every road says is not there is gone', async () => {
  const { stenobird, slug } = await arrangeService()
  expect(await stenobird.readEpisode(episodeIdOf(slug, 'withdrawn'))).toEqual({
    ok: true,
    value: { kind: 'gone' },
  })
})

test('an episode is not gone because its resource is missing while its page is there', async () => {
  const { server, stenobird, slug } = await arrangeService()
  server.break('A4', { status: 410 })
  const { slug: episodeSlug } = server.episode(slug, 0)
  expect(await stenobird.readEpisode(episodeIdOf(slug, episodeSlug))).toMatchObject({
    value: { kind: 'read' },
  })
})

test.each([
  [{ status: 500 }, 'server-error'],
  [{ status: 403 }, 'refused'],
  [{ status: 400 }, 'rejected'],
  [{ status: 429, retryAfterSeconds: 30 }, 'rate-limited'],
  [{ answer: 'nothing' as const }, 'unreachable'],
  [{ answer: 'html' as const }, 'unreadable'],
])('a service in trouble does not make an episode gone: %o', async (fault, code) => {
  const { server, stenobird, slug } = await arrangeService()
  for (const row of ['A4', 'K1', 'K2'] as const) server.break(row, fault)
  const { slug: episodeSlug } = server.episode(slug, 0)
  expect(await stenobird.readEpisode(episodeIdOf(slug, episodeSlug))).toMatchObject({
    ok: false,
    problem: { code },
  })
})
