import { describe, expect, test } from 'vitest'
import type { Episode } from '../../../shared/models/episode.ts'
import { episodeSchema } from '../../../shared/models/episode.ts'
import { podcastSchema } from '../../../shared/models/podcast.ts'
import { markdownLayouts } from '../../server/pages/episode-markdown.ts'
import { arrangeService, pullRequest, wholePass } from './stand-in-service.ts'

const requestsTo = (server: { requests: readonly { path: string }[] }) =>
  server.requests.map((request) => request.path.replace(/\?.*$/, ''))

describe('with everything there', () => {
  test('brings every episode once, page by page, with the podcast on the first', async () => {
    const { server, stenobird, slug } = await arrangeService({ episodesPerPodcast: 230 })
    const { pages, episodes } = await wholePass(stenobird, pullRequest(slug))
    expect(pages.map((page) => page.episodes.length)).toEqual([128, 102])
    expect(new Set(episodes.map((episode) => episode.id)).size).toBe(230)
    for (const episode of episodes) episodeSchema.parse(episode)
    expect(podcastSchema.parse(pages[0]?.podcast)).toMatchObject({ slug, title: server.podcasts[0]?.title })
    expect(pages.map((page) => page.expectedEpisodes)).toEqual([230, null])
    expect(pages.every((page) => page.path === 'api')).toBe(true)
  })

  test('brings what changed since', async () => {
    const { server, stenobird, slug } = await arrangeService()
    const { episodes } = await wholePass(stenobird, pullRequest(slug))
    const newest =
      episodes
        .map((episode) => episode.updatedAt ?? '')
        .sort()
        .at(-1) ?? null
    const published = server.publish(slug, { title: 'Brand new' })
    const page = await stenobird.pull(pullRequest(slug, { updatedSince: newest, path: 'api' }))
    if (!page.ok) throw new Error(page.problem.message)
    expect(page.value.episodes.map((episode) => episode.slug)).toContain(published.slug)
    expect(page.value.episodes.length).toBeLessThan(episodes.length)
  })

  test('reports a broken episode among good ones, and keeps the good ones', async () => {
    const { server, stenobird, slug } = await arrangeService()
    server.break('A3', { answer: 'broken-entry' })
    const { pages, episodes } = await wholePass(stenobird, pullRequest(slug))
    expect(episodes).toHaveLength(24)
    expect(pages[0]?.broken).toEqual([{ slug: 'a-broken-one', reason: expect.stringContaining('title') }])
  })

  test('makes the podcast of what its episodes say when nothing tells about it', async () => {
    const { server, stenobird, slug } = await arrangeService()
    server.break('A2')
    server.break('A5')
    const { pages } = await wholePass(stenobird, pullRequest(slug))
    expect(pages[0]).toMatchObject({ path: 'api', podcast: { slug, title: server.podcasts[0]?.title } })
  })
})

describe('with the list of episodes closed', () => {
  test.each([{ status: 404 }, { status: 405 }, { status: 406 }, { answer: 'html' as const }])(
    'reads the page list and each episode behind it: %o',
    async (fault) => {
      const { server, stenobird, slug } = await arrangeService({ episodesPerPodcast: 45 })
      server.break('A3', fault)
      const { pages, episodes } = await wholePass(stenobird, pullRequest(slug))
      expect(pages.map((page) => page.episodes.length)).toEqual([20, 20, 5])
      expect(new Set(episodes.map((episode) => episode.id)).size).toBe(45)
      expect(pages[0]).toMatchObject({
        path: 'markdown-list',
        expectedEpisodes: 45,
        podcast: { title: server.podcasts[0]?.title },
      })
    },
  )

  test('of a podcast that was read by the list, one 404 is a problem, and only the second in a row leads to the page', async () => {
    const { server, stenobird, slug } = await arrangeService()
    await wholePass(stenobird, pullRequest(slug))
    const pull = () => stenobird.pull(pullRequest(slug, { path: 'api' }))
    server.break('A3', { status: 404, times: 1 })
    const first = await pull()
    expect(first).toMatchObject({ ok: false, problem: { code: 'not-found' } })
    expect(first.ok ? '' : first.problem.message).toMatch(/though it did before.*asks again soon/)
    expect(await pull()).toMatchObject({ ok: true, value: { path: 'api' } })

    server.break('A3', { status: 404 })
    expect(await pull()).toMatchObject({ ok: false })
    expect(server.requests.filter(({ part }) => part === 'A5')).toEqual([])
    expect(await pull()).toMatchObject({ ok: true, value: { path: 'markdown-list' } })
  })

  test.each([500, 503, 429])('takes %i for a problem and nothing else', async (status) => {
    const { server, stenobird, slug } = await arrangeService()
    server.break('A3', { status, retryAfterSeconds: 60 })
    const answer = await stenobird.pull(pullRequest(slug))
    expect(answer).toMatchObject({ ok: false, problem: { retryAfterSeconds: 60 } })
    expect(requestsTo(server).every((path) => path.endsWith('/episodes'))).toBe(true)
  })

  test.each(markdownLayouts)(
    'reads the same from Markdown laid out as %s as from the API',
    async (layout) => {
      const { server, stenobird, slug } = await arrangeService({
        episodesPerPodcast: 40,
        markdownLayout: layout,
      })
      const byApi = await wholePass(stenobird, pullRequest(slug))
      server.onlyKnown()
      server.mend('A5')
      const byMarkdown = await wholePass(stenobird, pullRequest(slug))
      expect(byMarkdown.episodes.map(comparable)).toEqual(byApi.episodes.map(comparable))
    },
  )

  test('reads the same from HTML, where there is no Markdown either', async () => {
    const { server, stenobird, slug } = await arrangeService({ episodesPerPodcast: 40 })
    const byApi = await wholePass(stenobird, pullRequest(slug))
    server.only('A5', 'K1')
    const byHtml = await wholePass(stenobird, pullRequest(slug))
    expect(byHtml.episodes.map(comparable)).toEqual(byApi.episodes.map(comparable))
  })

  test('goes on behind the last episode when one was published during the pass', async () => {
    const { server, stenobird, slug } = await arrangeService({ episodesPerPodcast: 30 })
    server.break('A3')
    const first = await stenobird.pull(pullRequest(slug))
    if (!first.ok) throw new Error(first.problem.message)
    server.publish(slug, { title: 'Meanwhile' })
    const second = await stenobird.pull(pullRequest(slug, { cursor: first.value.nextCursor }))
    if (!second.ok) throw new Error(second.problem.message)
    const ids = [...first.value.episodes, ...second.value.episodes].map((episode) => episode.id)
    expect(ids).toHaveLength(30)
    expect(new Set(ids).size).toBe(30)
  })

  test('reports the one episode that cannot be read, and asks for it again next time', async () => {
    const { server, stenobird, slug } = await arrangeService()
    const { slug: lost } = server.episode(slug, 3)
    server.break('A3')
    server.break('K2', { status: 500, where: lost })
    const { pages, episodes } = await wholePass(stenobird, pullRequest(slug))
    expect(episodes).toHaveLength(24)
    expect(pages.flatMap((page) => page.broken)).toEqual([{ slug: lost, reason: expect.any(String) }])
    server.mend('K2')
    const again = await wholePass(
      stenobird,
      pullRequest(slug, { validator: pages.at(-1)?.validator ?? null, path: 'markdown-list' }),
    )
    expect(again.episodes.map((episode) => episode.slug)).toEqual([lost])
  })

  test('reports a link that leads nowhere', async () => {
    const { server, stenobird, slug } = await arrangeService()
    server.break('A3')
    server.break('A5', { answer: 'broken-entry' })
    const { pages, episodes } = await wholePass(stenobird, pullRequest(slug))
    expect(episodes).toHaveLength(24)
    expect(pages[0]?.broken).toEqual([{ slug: null, reason: expect.stringContaining('leads nowhere') }])
  })
})

describe('with single episodes only', () => {
  test('reads each again, by whatever is there', async () => {
    const { server, stenobird, slug } = await arrangeService()
    server.only('K1')
    const episodeSlugs = [0, 4, 9].map((index) => server.episode(slug, index).slug)
    const request = pullRequest(slug, { path: 'single-episodes', episodeSlugs })
    const { pages, episodes } = await wholePass(stenobird, request)
    expect(episodes.map((episode) => episode.slug)).toEqual(episodeSlugs)
    expect(pages[0]).toMatchObject({ path: 'single-episodes', expectedEpisodes: 3 })
  })
})

describe('with nothing to be had', () => {
  test('says that there is no such podcast', async () => {
    const { stenobird } = await arrangeService()
    expect(await stenobird.pull(pullRequest('no-such-show'))).toMatchObject({
      ok: false,
      problem: { code: 'not-found', message: expect.stringContaining('no-such-show') },
    })
  })

  test('says that the answers cannot be read when they are HTML pages about nothing', async () => {
    const { server, stenobird, slug } = await arrangeService()
    for (const part of ['A2', 'A3', 'A5'] as const) server.break(part, { answer: 'html' })
    expect(await stenobird.pull(pullRequest(slug))).toMatchObject({
      ok: false,
      problem: { code: 'unreadable', message: expect.stringContaining('web page') },
    })
  })

  test.each([
    [{ answer: 'cut-off' as const }, 'unreachable'],
    [{ answer: 'nothing' as const }, 'unreachable'],
    [{ answer: 'huge' as const }, 'too-large'],
  ])('takes nothing from %o', async (fault, code) => {
    const { server, stenobird, slug } = await arrangeService()
    server.break('A3', fault)
    expect(await stenobird.pull(pullRequest(slug))).toMatchObject({ ok: false, problem: { code } })
  })

  test('says that the service cannot be reached', async () => {
    const { server, stenobird, slug } = await arrangeService()
    await server.stop()
    expect(await stenobird.pull(pullRequest(slug))).toMatchObject({
      ok: false,
      problem: { code: 'unreachable' },
    })
  })

  test('begins anew at a cursor that it did not make', async () => {
    const { stenobird, slug } = await arrangeService()
    expect(await stenobird.pull(pullRequest(slug, { cursor: 'from another version' }))).toMatchObject({
      ok: true,
      value: { podcast: { slug } },
    })
  })
})

/** What a page can say: no audio, no image, no times of highlights, and of the publication its day. */
function comparable(episode: Episode) {
  const { audio: _audio, imageUrl: _image, updatedAt: _updated, ...rest } = episode
  return {
    ...rest,
    publishedAt: episode.publishedAt?.slice(0, 10),
    highlights: episode.highlights.map(({ kind, text, label }) => ({
      kind,
      text,
      label: label?.toLowerCase(),
    })),
  }
}
