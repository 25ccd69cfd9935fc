import { describe, expect, test } from 'vitest'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type Arranged, arrangeService, pullRequest, wholePass } from './stand-in-service.ts'

const dayMs = 24 * 3_600_000

/** What the page asks next, after a pass: with the newest change that it saw, and the validator that the pass left. */
function nextRequest(slug: string, pages: readonly PulledPage[], change: Partial<PullRequest> = {}) {
  const instants = pages.flatMap((page) => page.episodes.flatMap((episode) => episode.updatedAt ?? []))
  return pullRequest(slug, {
    updatedSince: instants.sort().at(-1) ?? null,
    validator: pages.at(-1)?.validator ?? null,
    path: pages[0]?.path ?? null,
    ...change,
  })
}

/** What a request costs: the statuses of what was asked, and how many characters came. */
async function cost({ server, received }: Arranged, ask: () => Promise<unknown>) {
  const [requests, characters] = [server.requests.length, received()]
  await ask()
  return {
    asked: server.requests.slice(requests).map(({ part, status }) => `${part} ${status}`),
    characters: received() - characters,
  }
}

describe.each([1, 25, 26, 100, 101, 330])(
  'a podcast of %d episodes, read by its list',
  (episodesPerPodcast) => {
    test('costs one conditional request and no body, from the second sync on', async () => {
      const arranged = await arrangeService({ episodesPerPodcast })
      const { stenobird, slug } = arranged
      const first = await wholePass(stenobird, pullRequest(slug))
      expect(new Set(first.episodes.map((episode) => episode.slug)).size).toBe(episodesPerPodcast)
      const request = nextRequest(slug, first.pages)
      for (const _sync of ['second', 'third']) {
        const page = stenobird.pull(request)
        expect(await cost(arranged, () => page)).toEqual({ asked: ['A3 304'], characters: 0 })
        expect(await page).toMatchObject({
          ok: true,
          value: { unchanged: true, episodes: [], nextCursor: null, validator: request.validator },
        })
      }
    })

    test('brings little when little changed, and then costs nothing again', async () => {
      const arranged = await arrangeService({ episodesPerPodcast })
      const { server, stenobird, slug } = arranged
      let { pages } = await wholePass(stenobird, pullRequest(slug))
      for (const title of ['One more', 'And another', 'And a third']) {
        const { slug: published } = server.publish(slug, { title })
        const before = server.requests.length
        const news = await wholePass(stenobird, nextRequest(slug, pages))
        expect(news.episodes.map((episode) => episode.slug)).toContain(published)
        expect(news.episodes.length).toBeLessThanOrEqual(28)
        expect(server.requests.length - before).toBeLessThanOrEqual(3)
        pages = news.pages
        const again = stenobird.pull(nextRequest(slug, pages))
        expect(await cost(arranged, () => again)).toEqual({ asked: ['A3 304'], characters: 0 })
      }
    })
  },
)

describe('a podcast read by its list', () => {
  test('is asked about from where the last pass vouches for everything, so that no change slips through', async () => {
    const { server, stenobird, slug } = await arrangeService({ episodesPerPodcast: 230 })
    const first = await stenobird.pull(pullRequest(slug))
    if (!first.ok) throw new Error(first.problem.message)
    // One of the first page, after that page has gone by.
    const { slug: changed } = server.episode(slug, 3)
    server.change(slug, changed, { title: 'Changed in between' })
    const pages = [first.value]
    for (let cursor = first.value.nextCursor; cursor !== null; ) {
      const page = await stenobird.pull(pullRequest(slug, { cursor }))
      if (!page.ok) throw new Error(page.problem.message)
      pages.push(page.value)
      cursor = page.value.nextCursor
    }
    const next = await wholePass(stenobird, nextRequest(slug, pages))
    const read = [...pages, ...next.pages].flatMap((page) => page.episodes)
    expect(read.findLast((episode) => episode.slug === changed)?.title).toBe('Changed in between')
  })

  test('is asked for everything where neither an instant nor a validator is given', async () => {
    const { stenobird, slug } = await arrangeService({ episodesPerPodcast: 130 })
    await wholePass(stenobird, pullRequest(slug))
    const sweep = await wholePass(stenobird, pullRequest(slug, { path: 'api' }))
    expect(sweep.episodes).toHaveLength(130)
  })

  test('reads the podcast itself again only when it changed', async () => {
    const arranged = await arrangeService({ episodesPerPodcast: 10 })
    const { server, stenobird, slug } = arranged
    const { pages } = await wholePass(stenobird, pullRequest(slug))
    server.change(slug, server.episode(slug, 0).slug, { summary: 'New.' })
    const news = stenobird.pull(nextRequest(slug, pages))
    expect((await cost(arranged, () => news)).asked).toEqual(['A3 200', 'A2 200'])
    expect(await news).toMatchObject({ value: { podcast: { slug } } })
  })

  test('says for how long its answer holds', async () => {
    const { stenobird, slug } = await arrangeService()
    const { pages } = await wholePass(stenobird, pullRequest(slug))
    expect(pages[0]?.freshForSeconds).toBe(0)
    expect(await stenobird.pull(nextRequest(slug, pages))).toMatchObject({ value: { freshForSeconds: 0 } })
  })
})

describe('a podcast read by its page and those behind it', () => {
  async function arrangePages(episodesPerPodcast = 45) {
    const clock = { now: Date.parse('2026-03-10T00:00:00Z') }
    const arranged = await arrangeService({ episodesPerPodcast }, () => clock.now)
    arranged.server.only('A5', 'K1', 'K2')
    const { pages } = await wholePass(arranged.stenobird, pullRequest(arranged.slug))
    return { ...arranged, clock, request: nextRequest(arranged.slug, pages) }
  }

  test('costs one conditional request and no body', async () => {
    const arranged = await arrangePages()
    const { stenobird, request } = arranged
    const page = stenobird.pull(request)
    expect(await cost(arranged, () => page)).toEqual({ asked: ['A5 304'], characters: 0 })
    expect(await page).toMatchObject({ value: { unchanged: true, freshForSeconds: 0 } })
  })

  test('reads only what is new when its list has grown, and says what is as it was', async () => {
    const arranged = await arrangePages()
    const { server, stenobird, slug, request } = arranged
    const { slug: published } = server.publish(slug, { title: 'Brand new' })
    const page = stenobird.pull(request)
    expect((await cost(arranged, () => page)).asked).toEqual(['A5 200', 'K2 200'])
    const result = await page
    if (!result.ok) throw new Error(result.problem.message)
    expect(result.value.episodes.map((episode) => episode.slug)).toEqual([published])
    expect(result.value.unchangedSlugs).toHaveLength(45)
    expect(result.value.nextCursor).toBeNull()
    const again = () => stenobird.pull(nextRequest(slug, [result.value]))
    expect(await cost(arranged, again)).toEqual({ asked: ['A5 304'], characters: 0 })
  })

  test('is asked page by page after a day, without a body for those that are as they were', async () => {
    const arranged = await arrangePages(25)
    const { server, stenobird, slug, request, clock } = arranged
    const { slug: changed } = server.episode(slug, 7)
    server.change(slug, changed, { title: 'A new title' })
    clock.now += dayMs + 1
    const pass = wholePass(stenobird, request)
    const { asked } = await cost(arranged, () => pass)
    expect(asked.slice(0, 2)).toEqual(['A3 404', 'A5 200'])
    expect(asked.filter((line) => line === 'K2 304')).toHaveLength(24)
    const { episodes, pages } = await pass
    expect(episodes.map((episode) => episode.slug)).toEqual([changed])
    expect(pages.flatMap((page) => page.unchangedSlugs)).toHaveLength(24)
    const again = () => stenobird.pull(nextRequest(slug, pages))
    expect(await cost(arranged, again)).toEqual({ asked: ['A5 304'], characters: 0 })
  })

  test('tries the better road again after a day', async () => {
    const { server, stenobird, request, clock } = await arrangePages()
    server.mend()
    expect(await stenobird.pull(request)).toMatchObject({ value: { path: 'markdown-list', unchanged: true } })
    clock.now += dayMs + 1
    expect(await stenobird.pull(request)).toMatchObject({ value: { path: 'api', unchanged: false } })
  })

  test('brings everything by the better road, whatever had been read by it before', async () => {
    const { server, stenobird, request, clock } = await arrangePages(25)
    server.mend()
    clock.now += dayMs + 1
    const updatedSince = new Date(clock.now).toISOString()
    const { episodes } = await wholePass(stenobird, { ...request, updatedSince })
    expect(episodes).toHaveLength(25)
  })

  test('goes on in the middle after a restart, and asks more the next time', async () => {
    const arranged = await arrangeService({ episodesPerPodcast: 45 })
    const { server, slug } = arranged
    server.only('A5', 'K1', 'K2')
    const first = await arranged.stenobird.pull(pullRequest(slug))
    if (!first.ok) throw new Error(first.problem.message)
    const restarted = arranged.restarted()
    const pages = [first.value]
    for (let cursor = first.value.nextCursor; cursor !== null; ) {
      const page = await restarted.pull(pullRequest(slug, { cursor }))
      if (!page.ok) throw new Error(page.problem.message)
      pages.push(page.value)
      cursor = page.value.nextCursor
    }
    const slugs = pages.flatMap((page) => page.episodes.map((episode) => episode.slug))
    expect(slugs).toHaveLength(45)
    expect(new Set(slugs).size).toBe(45)
    const next = await wholePass(restarted, nextRequest(slug, pages))
    expect(next.episodes).toHaveLength(20)
    expect(next.pages.flatMap((page) => page.unchangedSlugs)).toHaveLength(25)
  })
})

describe('a podcast of which single episodes are known', () => {
  async function arrangeSingles(count: number) {
    const clock = { now: Date.parse('2026-03-10T00:00:00Z') }
    const arranged = await arrangeService({}, () => clock.now)
    const { server, stenobird, slug } = arranged
    server.only('K1')
    const episodeSlugs = Array.from({ length: count }, (_, index) => server.episode(slug, index).slug)
    const known = { path: 'single-episodes', episodeSlugs } as const
    const { pages } = await wholePass(stenobird, pullRequest(slug, known))
    return { ...arranged, clock, episodeSlugs, request: nextRequest(slug, pages, known) }
  }

  test('costs one conditional request an episode, by the road that led there, and no body', async () => {
    const arranged = await arrangeSingles(1)
    const page = arranged.stenobird.pull(arranged.request)
    expect(await cost(arranged, () => page)).toEqual({ asked: ['K1 304'], characters: 0 })
    expect(await page).toMatchObject({ value: { unchanged: true } })
  })

  test('tells which of many are as they were', async () => {
    const { server, stenobird, slug, episodeSlugs, request } = await arrangeSingles(23)
    server.change(slug, episodeSlugs[2] ?? '', { title: 'A new title' })
    const { pages, episodes } = await wholePass(stenobird, request)
    expect(episodes.map((episode) => episode.slug)).toEqual([episodeSlugs[2]])
    expect(pages.flatMap((page) => page.unchangedSlugs)).toHaveLength(22)
    expect(pages.map((page) => page.unchanged)).toEqual([false, false])
  })

  test('tries the better roads again after a day', async () => {
    const arranged = await arrangeSingles(1)
    arranged.server.mend()
    arranged.clock.now += dayMs + 1
    const { asked } = await cost(arranged, () => arranged.stenobird.pull(arranged.request))
    expect(asked).toEqual(['A4 200'])
  })

  test('takes another road when the one that led there is closed', async () => {
    const arranged = await arrangeSingles(1)
    arranged.server.only('K2')
    const { asked } = await cost(arranged, () => arranged.stenobird.pull(arranged.request))
    expect(asked).toEqual(['K1 404', 'A4 404', 'K2 200'])
  })
})
