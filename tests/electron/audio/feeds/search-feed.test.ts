import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { WantedEpisode } from '../../../../electron/audio/feeds/agreement.ts'
import { createSearchFeed } from '../../../../electron/audio/feeds/search-feed.ts'
import { serve } from '../../local-server.ts'
import { testFetcher } from '../../test-fetcher.ts'
import { wildFeeds } from './wild-feeds.ts'

const wanted: WantedEpisode = {
  title: 'The one',
  canonicalUrl: 'https://show.example/the-one',
  publishedAt: '2026-03-04T00:00:00Z',
  durationSeconds: 1800,
}
const theOne =
  '<item><title>The one</title><link>https://show.example/the-one</link><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate><enclosure url="https://cdn.example/one.mp3" type="audio/mpeg"/></item>'
const other = (number: number) =>
  `<item><title>Other ${number}</title><link>https://show.example/${number}</link><enclosure url="https://cdn.example/${number}.mp3" type="audio/mpeg"/><description><![CDATA[${'<p>words</p>'.repeat(100)}]]></description></item>`
const found = {
  ok: true,
  value: { kind: 'matched', addresses: ['https://cdn.example/one.mp3'], rule: 'link' },
}

async function searched(
  body: string | Uint8Array,
  { contentType = 'application/rss+xml', encoding = '', limits = { bytes: 5_000_000, wholeMs: 20_000 } } = {},
) {
  const { origin } = await serve((_request, response) => {
    if (encoding !== '') response.setHeader('content-encoding', encoding)
    response.setHeader('content-type', contentType).end(body)
  })
  return createSearchFeed(testFetcher(), limits)(`${origin}/feed`, wanted)
}

test.each(wildFeeds('').map(({ shape }, index) => [shape, index] as const))(
  'finds the episode in %s',
  async (_shape, index) => {
    const { origin } = await serve((_request, response) => {
      const feed = wildFeeds(origin)[index]
      response.setHeader('content-type', feed?.contentType ?? '').end(feed?.body)
    })
    const feed = wildFeeds(origin)[index]
    if (feed === undefined) throw new Error('no such shape')
    const result = await createSearchFeed(testFetcher())(`${origin}/feed`, feed.wanted)
    expect(result).toMatchObject({ ok: true, value: { kind: 'matched', rule: feed.rule } })
    if (!result.ok || result.value.kind !== 'matched') return
    expect(result.value.addresses[0]).toBe(origin + feed.path)
  },
)

test('reads a feed that is sent packed', async () => {
  const feed = gzipSync(`<rss><channel>${other(1)}${theOne}</channel></rss>`)
  expect(await searched(feed, { encoding: 'gzip' })).toEqual(found)
})

test('reads relative addresses against the site, and against the feed where that has none', async () => {
  const item = '<item><title>The one</title><enclosure url="/a.mp3"/></item>'
  const withSite = await searched(
    `<rss><channel><link>https://site.example/show/</link>${item}</channel></rss>`,
  )
  expect(withSite).toMatchObject({
    value: { addresses: ['https://site.example/a.mp3', expect.stringMatching(/^http:\/\/127.*\/a\.mp3$/)] },
  })
  expect(await searched(`<rss><channel>${item}</channel></rss>`)).toMatchObject({
    value: { addresses: [expect.stringMatching(/^http:\/\/127.*\/a\.mp3$/)] },
  })
})

test('stops reading once it is certain', async () => {
  let sent = 0
  let isOver = false
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml').write(`<rss><channel>${theOne}`)
    const more = (): void => {
      if (isOver || response.destroyed) return
      sent += 1
      response.write(other(sent).repeat(20), () => setImmediate(more))
    }
    response.on('close', () => {
      isOver = true
    })
    more()
  })
  expect(await createSearchFeed(testFetcher())(origin, wanted)).toEqual(found)
  await expect.poll(() => isOver).toBe(true)
})

test('takes nothing that is not certain from a feed that never ends', async () => {
  const { origin } = await serve((_request, response) => {
    response.write(
      `<rss><channel><item><title>The one</title><enclosure url="https://cdn.example/a.mp3"/></item>`,
    )
    const more = (): void => {
      if (!response.destroyed) response.write(other(7).repeat(50), () => setImmediate(more))
    }
    more()
  })
  const search = createSearchFeed(testFetcher(), { bytes: 2_000_000, wholeMs: 20_000 })
  expect(await search(origin, wanted)).toEqual({ ok: true, value: { kind: 'ambiguous' } })
})

test('gives up on a feed that trickles', async () => {
  const { origin } = await serve((_request, response) => void response.write('<rss><channel>'))
  const search = createSearchFeed(testFetcher(), { bytes: 2_000_000, wholeMs: 200 })
  expect(await search(origin, wanted)).toMatchObject({ ok: false, problem: { code: 'timeout' } })
})

test('says so when a feed is cut off, and keeps what was well supported by then', async () => {
  const cut = async (start: string) => {
    const { origin } = await serve((_request, response) => {
      response.setHeader('content-length', 1_000_000)
      response.write(start, () => response.destroy())
    })
    return createSearchFeed(testFetcher())(origin, wanted)
  }
  expect(await cut(`<rss><channel>${other(1)}`)).toMatchObject({
    ok: false,
    problem: { code: 'unreachable' },
  })
  const onlyByLink = theOne.replace('The one', 'Renamed')
  expect(await cut(`<rss><channel>${onlyByLink}`)).toMatchObject({ ok: true, value: { rule: 'link' } })
})

test.each([
  ['a web page', '<!doctype html><html><head><title>The one</title></head><body><item></item></body></html>'],
  ['nothing', ''],
  ['text', 'Not here.'],
  ['JSON', '{"version": "https://jsonfeed.org/version/1.1"}'],
  ['another kind of XML', '<?xml version="1.0"?><urlset><url/></urlset>'],
  ['audio', Buffer.from('ID3\u0003\u0000\u0000ÿû')],
  ['what nests without end', `<rss>${'<x>'.repeat(200_000)}`],
  [
    'an element of attributes without end',
    `<rss ${Array.from({ length: 120_000 }, (_, index) => `a${index}=1`).join(' ')}>`,
  ],
])('says that %s is no feed', async (_what, body) => {
  expect(await searched(body)).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
})

test('resolves and grows no entity', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100)}">${[...'bcdefghij']
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
    .join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`
  const before = process.memoryUsage().heapUsed
  const body = `<?xml version="1.0"?>${bomb}<rss><channel><item><title>&j;&f;</title><link>&f;</link></item>${theOne}</channel></rss>`
  expect(await searched(body)).toEqual(found)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000)
})

test.each([
  ['NULs', `\0<rss>\0<channel>${theOne.replace('The', '\0The')}\0</channel></rss>`],
  [
    'a comment longer than the parser’s buffer',
    `<rss><!--${'x'.repeat(300_000)}--><channel>${theOne}</channel></rss>`,
  ],
  [
    'an attribute longer than it',
    `<rss><channel><image href="data:${'x'.repeat(300_000)}"/>${theOne}</channel></rss>`,
  ],
  ['tags that were never opened', `<rss><channel></b></item></p>${theOne}</channel></rss>`],
  ['a script', `<rss><channel><script>if (a < b) {}</script>${theOne}</channel></rss>`],
])('reads past %s', async (_what, body) => {
  expect(await searched(body)).toEqual(found)
})

test('unpacks no more than there may be', async () => {
  const bomb = gzipSync(`<rss><channel>${' '.repeat(30_000_000)}${theOne}`)
  expect(await searched(bomb, { encoding: 'gzip' })).toEqual({ ok: true, value: { kind: 'none' } })
})

test('does not fetch a feed from the private network', async () => {
  const search = createSearchFeed(testFetcher({ allowLocalAddresses: () => false }))
  expect(await search('http://127.0.0.1/feed', wanted)).toMatchObject({
    problem: { code: 'blocked-address' },
  })
})
