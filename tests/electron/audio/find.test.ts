import { expect, test } from 'vitest'
import { createFindAudio } from '../../../electron/audio/find.ts'
import { createProbe } from '../../../electron/audio/probe.ts'
import { startStandIn } from '../../server/stand-in.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

function arrange() {
  const fetcher = testFetcher()
  return createFindAudio({ fetcher, probe: createProbe(fetcher) })
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

test('finds the audio on each kind of publisher page that the stand-in makes', async () => {
  const server = await startStandIn({ podcasts: 1, episodesPerPodcast: 40 })
  try {
    const find = arrange()
    const podcastSlug = server.podcasts[0]?.slug ?? ''
    for (let index = 0; index < 40; index += 1) {
      const { slug, hasCanonicalPage, audioOffer } = server.episode(podcastSlug, index)
      const found = await find({
        audio: null,
        canonicalUrl: `${server.url}/publisher/${podcastSlug}/${slug}`,
      })
      const isThere = hasCanonicalPage && audioOffer !== 'feed-only' && audioOffer !== 'none'
      expect(found, audioOffer).toMatchObject(
        isThere ? { ok: true, value: { origin: 'page' } } : { ok: false, problem: { code: 'no-audio' } },
      )
    }
  } finally {
    await server.stop()
  }
})
