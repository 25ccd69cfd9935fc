import { expect, test } from 'vitest'
import { arrangeService } from './stand-in-service.ts'

test.each(['slug', 'page', 'api'])('finds a podcast by its %s', async (form) => {
  const { server, stenobird, slug } = await arrangeService()
  const text = {
    slug,
    page: `${server.url}/podcast/${slug}`,
    api: `${server.url}/v1/public/podcasts/${slug}`,
  }[form]
  expect(await stenobird.lookUp(text ?? '')).toMatchObject({
    ok: true,
    value: { path: 'api', podcast: { slug, title: server.podcasts[0]?.title }, episode: null },
  })
})

test.each([
  [['A3'], 'api'],
  [['A5'], 'markdown-list'],
] as const)('finds a podcast with only %j', async (rows, path) => {
  const { server, stenobird, slug } = await arrangeService()
  server.only(...rows, 'K1', 'K2', 'K3')
  expect(await stenobird.lookUp(slug)).toMatchObject({
    ok: true,
    value: { path, podcast: { title: server.podcasts[0]?.title } },
  })
})

test.each([['K1'], ['K2']] as const)('finds an episode alone with %s and nothing else', async (row) => {
  const { server, stenobird, slug } = await arrangeService()
  server.only(row)
  const { slug: episodeSlug, title } = server.episode(slug, 2)
  const found = await stenobird.lookUp(server.episodeUrl(slug, episodeSlug))
  expect(found).toMatchObject({
    ok: true,
    value: {
      path: 'single-episodes',
      podcast: { slug, title: server.podcasts[0]?.title },
      episode: { slug: episodeSlug, title },
    },
  })
})

test('finds an episode alone where the assumed part refuses instead of missing', async () => {
  const { server, stenobird, slug } = await arrangeService()
  for (const row of ['A2', 'A3', 'A4', 'A5'] as const) server.break(row, { status: 403 })
  const { slug: episodeSlug } = server.episode(slug, 0)
  expect(await stenobird.lookUp(`${slug}/${episodeSlug}`)).toMatchObject({
    ok: true,
    value: { path: 'single-episodes', episode: { slug: episodeSlug } },
  })
})

test('finds an episode together with its podcast', async () => {
  const { server, stenobird, slug } = await arrangeService()
  const { slug: episodeSlug } = server.episode(slug, 0)
  expect(await stenobird.lookUp(`${slug}/${episodeSlug}`)).toMatchObject({
    ok: true,
    value: { path: 'api', podcast: { slug }, episode: { slug: episodeSlug } },
  })
})

test('reads the page of an episode whose resource is broken', async () => {
  const { server, stenobird, slug } = await arrangeService()
  server.break('A4', { answer: 'broken-entry' })
  const { slug: episodeSlug, title } = server.episode(slug, 0)
  expect(await stenobird.lookUp(`${slug}/${episodeSlug}`)).toMatchObject({
    ok: true,
    value: { episode: { title } },
  })
})

test.each([
  ['no-such-show', 'not-found'],
  ['no-such-show/at-all', 'not-found'],
  ['', 'bad-address'],
  ['https://example.org/podcast/x', 'bad-address'],
  ['a / b / c', 'bad-address'],
])('says what is wrong with %j', async (text, code) => {
  const { stenobird } = await arrangeService()
  expect(await stenobird.lookUp(text)).toMatchObject({ ok: false, problem: { code } })
})

test.each([
  [{ status: 500 }, 'server-error'],
  [{ status: 429, retryAfterSeconds: 30 }, 'rate-limited'],
  [{ answer: 'nothing' as const }, 'unreachable'],
])('does not call a podcast missing when the service is in trouble: %o', async (fault, code) => {
  const { server, stenobird, slug } = await arrangeService()
  server.break('A2', fault)
  expect(await stenobird.lookUp(slug)).toMatchObject({ ok: false, problem: { code } })
})
