import { expect, test } from 'vitest'
import { createSearchFeed } from '../../../electron/audio/feeds/search-feed.ts'
import { createFindAudio } from '../../../electron/audio/find.ts'
import { createProbe } from '../../../electron/audio/probe.ts'
import type { WantedAudio } from '../../../shared/models/audio.ts'
import { startStandIn } from '../../server/stand-in.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

function arrange() {
  const fetcher = testFetcher()
  const find = createFindAudio({
    fetcher,
    searchFeed: createSearchFeed(fetcher),
    probe: createProbe(fetcher),
  })
  return (wanted: Partial<WantedAudio>) => find({ ...nothingKnown, ...wanted })
}

const nothingKnown: WantedAudio = {
  audio: null,
  canonicalUrl: null,
  feedUrl: null,
  title: 'Episode',
  publishedAt: null,
  durationSeconds: null,
}

async function publisher(html: string) {
  const { origin, requests } = await serve((request, response) => {
    if (request.url?.endsWith('.mp3') === true) response.setHeader('content-type', 'audio/mpeg').end('ID3')
    else if (request.url === '/player') response.setHeader('content-type', 'text/html').end('<p>a player')
    else response.setHeader('content-type', 'text/html').end(html)
  })
  return { page: `${origin}/episode`, origin, requests }
}

test('takes what the resource names, without asking anybody', async () => {
  const audio = { kind: 'remote', url: 'https://example.org/a.mp3' } as const
  expect(await arrange()({ audio, canonicalUrl: null })).toEqual({
    ok: true,
    value: { location: audio, origin: 'resource' },
  })
})

test('knows the guide by its bundled audio', async () => {
  const audio = { kind: 'bundled', name: 'a.mp3' } as const
  expect(await arrange()({ audio, canonicalUrl: null })).toMatchObject({
    ok: true,
    value: { origin: 'guide' },
  })
})

test("takes what the publisher's page names", async () => {
  const { page, origin } = await publisher('<audio src="/a.mp3">')
  expect(await arrange()({ audio: null, canonicalUrl: page })).toEqual({
    ok: true,
    value: { location: { kind: 'remote', url: `${origin}/a.mp3` }, origin: 'page' },
  })
})

test('passes over what turns out to be no audio', async () => {
  const { page, origin } = await publisher(
    '<meta property="og:audio" content="/player"><a href="/b.mp3">mp3</a>',
  )
  expect(await arrange()({ audio: null, canonicalUrl: page })).toMatchObject({
    ok: true,
    value: { location: { url: `${origin}/b.mp3` } },
  })
})

test.each([
  ['a page without audio', '<p>words'],
  [
    'a page that names only players',
    '<audio src="/player"></audio><meta property="og:audio" content="/player?2">',
  ],
])('tells the person what to do about %s', async (_what, html) => {
  const { page } = await publisher(html)
  expect(await arrange()({ audio: null, canonicalUrl: page })).toMatchObject({
    ok: false,
    problem: { code: 'no-audio', message: expect.stringContaining('choose a file') },
  })
})

test('tells the person what to do when there is no page at all', async () => {
  expect(await arrange()({ audio: null, canonicalUrl: null })).toMatchObject({
    ok: false,
    problem: { code: 'no-audio', message: expect.stringContaining('choose a file') },
  })
})

test('does not call it settled when the publisher cannot be reached', async () => {
  const canonicalUrl = `http://127.0.0.1:${await closedPort()}/`
  expect(await arrange()({ audio: null, canonicalUrl })).toMatchObject({
    ok: false,
    problem: { code: 'unreachable' },
  })
})

/** A publisher with a feed at /feed, of items of which `{origin}` is filled in, and a page that names what it is given. */
async function withFeed(
  items: string,
  page = '<link rel="alternate" type="application/rss+xml" href="/feed">',
) {
  const { origin, requests } = await serve((request, response) => {
    const path = request.url ?? ''
    if (path.endsWith('.mp3')) response.setHeader('content-type', 'audio/mpeg').end('ID3')
    else if (path === '/counter') response.writeHead(302, { location: '/moved.mp3' }).end()
    else if (path === '/feed') {
      const xml = `<rss><channel>${items.replaceAll('{origin}', origin)}</channel></rss>`
      response.setHeader('content-type', 'application/rss+xml').end(xml)
    } else if (path === '/episode') response.setHeader('content-type', 'text/html').end(page)
    else response.writeHead(404).end()
  })
  return { origin, requests, feedUrl: `${origin}/feed`, canonicalUrl: `${origin}/episode` }
}

const itemWith = (enclosures: string) => `<item><title>Episode</title>${enclosures}</item>`

test("asks the podcast's feed before the publisher's page, and tells by what it knew the episode", async () => {
  const { feedUrl, canonicalUrl, origin, requests } = await withFeed(
    itemWith('<enclosure url="/a.mp3"/>'),
    '<audio src="/page.mp3">',
  )
  expect(await arrange()({ feedUrl, canonicalUrl })).toEqual({
    ok: true,
    value: { location: { kind: 'remote', url: `${origin}/a.mp3` }, origin: 'feed', matchedBy: 'title' },
  })
  expect(requests).not.toContain('GET /episode')
})

test('goes on to the page where the feed does not have the episode, or no audio that answers', async () => {
  for (const items of ['', itemWith('<enclosure url="/gone"/>')]) {
    const { feedUrl, canonicalUrl, origin } = await withFeed(items, '<audio src="/page.mp3">')
    expect(await arrange()({ feedUrl, canonicalUrl })).toMatchObject({
      value: { location: { url: `${origin}/page.mp3` }, origin: 'page' },
    })
  }
})

test('asks the feed that the page names where the page has no audio itself', async () => {
  const { canonicalUrl, origin } = await withFeed(
    itemWith('<enclosure url="{origin}/counter" type="audio/mpeg"/>'),
    '<link rel=alternate type=application/rss+xml href=/comments><link rel="alternate" type="application/rss+xml" href="/feed">',
  )
  expect(await arrange()({ canonicalUrl })).toMatchObject({
    value: { location: { url: `${origin}/counter` }, origin: 'feed' },
  })
})

test('asks no feed twice', async () => {
  const { feedUrl, canonicalUrl, requests } = await withFeed('')
  expect(await arrange()({ feedUrl, canonicalUrl })).toMatchObject({ problem: { code: 'no-audio' } })
  expect(requests.filter((request) => request === 'GET /feed')).toHaveLength(1)
})

test('takes the enclosure that answers with audio', async () => {
  const { feedUrl, origin } = await withFeed(
    itemWith('<enclosure url="/gone" type="audio/mpeg"/><enclosure url="/b.mp3" type="audio/mpeg"/>'),
  )
  expect(await arrange()({ feedUrl })).toMatchObject({ value: { location: { url: `${origin}/b.mp3` } } })
})

test('guesses between no two episodes, and says so', async () => {
  const { feedUrl } = await withFeed(
    itemWith('<enclosure url="/a.mp3"/>') + itemWith('<enclosure url="/b.mp3"/>'),
  )
  expect(await arrange()({ feedUrl })).toMatchObject({
    problem: { code: 'no-audio', message: expect.stringContaining('which of them is not sure') },
  })
})

test('does not call it settled when the feed cannot be reached and the page has nothing', async () => {
  const { canonicalUrl } = await withFeed('', '<p>words')
  const feedUrl = `http://127.0.0.1:${await closedPort()}/feed`
  expect(await arrange()({ feedUrl, canonicalUrl })).toMatchObject({ problem: { code: 'unreachable' } })
})

test('looks at no audio in the private network, wherever a feed says it is', async () => {
  const { feedUrl } = await withFeed(itemWith('<enclosure url="http://10.0.0.1/a.mp3" type="audio/mpeg"/>'))
  expect(await arrange()({ feedUrl })).toMatchObject({ problem: { code: 'no-audio' } })
})

test('finds the audio on each kind of publisher page that the stand-in makes, or in the feed that it names', async () => {
  const server = await startStandIn({ podcasts: 1, episodesPerPodcast: 40 })
  try {
    const find = arrange()
    const podcastSlug = server.podcasts[0]?.slug ?? ''
    for (let index = 0; index < 40; index += 1) {
      const { slug, title, hasCanonicalPage, audioOffer } = server.episode(podcastSlug, index)
      const found = await find({
        title,
        canonicalUrl: `${server.url}/publisher/${podcastSlug}/${slug}`,
      })
      const isThere = hasCanonicalPage && audioOffer !== 'none'
      expect(found, audioOffer).toMatchObject(
        isThere
          ? { ok: true, value: { origin: audioOffer === 'feed-only' ? 'feed' : 'page' } }
          : { ok: false, problem: { code: 'no-audio' } },
      )
    }
  } finally {
    await server.stop()
  }
})
