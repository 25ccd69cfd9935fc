import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { WantedEpisode } from '../../../../electron/audio/feeds/agreement.ts'
import { createFeedMemory, mostItems } from '../../../../electron/audio/feeds/feed-memory.ts'
import { createSearchFeed } from '../../../../electron/audio/feeds/search-feed.ts'
import { serve } from '../../local-server.ts'
import { testFetcher } from '../../test-fetcher.ts'

const item = (number: number): string =>
  `<item><title>Part ${number}</title><guid>https://show.example/${number}</guid><enclosure url="https://cdn.example/${number}.mp3" type="audio/mpeg"/></item>`
const items = (from: number, to: number): string =>
  Array.from({ length: from - to + 1 }, (_, index) => item(from - index)).join('\n')
const feedOf = (content: string): string =>
  `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel>${content}</channel></rss>`
const wanted = (number: number): WantedEpisode => ({
  title: `Part ${number}`,
  canonicalUrl: `https://show.example/${number}`,
  publishedAt: null,
  durationSeconds: null,
})
const found = (number: number) => ({
  ok: true,
  value: { kind: 'matched', addresses: [`https://cdn.example/${number}.mp3`], rule: 'guid' },
})

/** A host that knows what has changed; `content` by path. */
async function host(content: Record<string, string>, { packed = false } = {}) {
  const answered: [string, number][] = []
  const { origin } = await serve((request, response) => {
    const path = request.url ?? ''
    const body = content[path]
    const etag = `"${createHash('sha1')
      .update(body ?? '')
      .digest('hex')}"`
    const status = body === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200
    answered.push([path, status])
    const encoding = packed ? { 'content-encoding': 'gzip' } : {}
    response.writeHead(status, { etag, 'content-type': 'application/rss+xml', ...encoding })
    response.end(status === 200 ? (packed ? gzipSync(body ?? '') : body) : '')
  })
  return { origin, answered, content }
}

function searcher() {
  const clock = { ms: 0 }
  const limits = { bytes: 5_000_000, wholeMs: 20_000 }
  const search = createSearchFeed(
    testFetcher(),
    limits,
    createFeedMemory(() => clock.ms),
  )
  return { search, clock }
}

test('looks through a feed of more items than it remembers, each time anew', async () => {
  const few = feedOf(items(2, 1))
  const many = feedOf('<item/>'.repeat(mostItems) + items(2, 1))
  const { origin, answered } = await host({ '/few': few, '/many': many })
  const { search } = searcher()
  for (const number of [1, 2]) {
    expect(await search(`${origin}/many`, wanted(number))).toEqual(found(number))
    expect(await search(`${origin}/few`, wanted(number))).toEqual(found(number))
  }
  const asked = (path: string) => answered.filter(([each]) => each === path)
  expect([asked('/many').length, asked('/few').length]).toEqual([2, 1])
})

test('looks for a second episode in what it has read for the first', async () => {
  const { origin, answered } = await host({ '/feed': feedOf(items(50, 1)) })
  const { search } = searcher()
  expect(await search(`${origin}/feed`, wanted(3))).toEqual(found(3))
  expect(await search(`${origin}/feed`, wanted(40))).toEqual(found(40))
  expect(answered).toEqual([['/feed', 200]])
})

test('reads on where the first reading stopped early', async () => {
  const { origin, answered } = await host({ '/feed': feedOf(items(5000, 1)) })
  const { search } = searcher()
  expect(await search(`${origin}/feed`, wanted(4990))).toEqual(found(4990))
  expect(await search(`${origin}/feed`, wanted(7))).toEqual(found(7))
  expect(await search(`${origin}/feed`, { ...wanted(0), title: 'None' })).toMatchObject({
    value: { kind: 'none' },
  })
  expect(answered.map(([, status]) => status)).toEqual([200, 200, 200])
  expect(await search(`${origin}/feed`, wanted(2000))).toEqual(found(2000))
  expect(answered).toHaveLength(3)
})

test.each([false, true])(
  'asks after a while whether anything is new, and reads only that (packed: %s)',
  async (packed) => {
    const { origin, answered, content } = await host({ '/feed': feedOf(items(50, 1)) }, { packed })
    const { search, clock } = searcher()
    await search(`${origin}/feed`, wanted(0))
    clock.ms += 3_600_000
    expect(await search(`${origin}/feed`, wanted(40))).toEqual(found(40))
    content['/feed'] = feedOf(items(51, 1))
    clock.ms += 3_600_000
    expect(await search(`${origin}/feed`, wanted(51))).toEqual(found(51))
    expect(answered.map(([, status]) => status)).toEqual([200, 304, 200])
  },
)

test('remembers nothing of a feed that was cut off', async () => {
  let requests = 0
  const { origin } = await serve((_request, response) => {
    requests += 1
    response.setHeader('content-type', 'application/rss+xml')
    if (requests > 1) response.end(feedOf(items(9, 1)))
    else {
      response.setHeader('content-length', 100_000)
      response.write(`<rss><channel>${items(9, 5)}`, () => response.destroy())
    }
  })
  const { search } = searcher()
  expect(await search(origin, wanted(2))).toMatchObject({ ok: false })
  expect(await search(origin, wanted(2))).toEqual(found(2))
})

test.each([
  ['next', 'a feed in pages'],
  ['prev-archive', 'a feed with archives'],
])('goes on by “%s” in %s, and remembers each page', async (relation) => {
  const next = (href: string): string => `<atom:link rel="${relation}" href="${href}"/>`
  const { origin, answered } = await host({
    '/feed': feedOf(next('/feed/2') + items(30, 21)),
    '/feed/2': feedOf(`${items(20, 11)}${next('3')}`),
    '/feed/3': feedOf(items(10, 1)),
  })
  const { search } = searcher()
  expect(await search(`${origin}/feed`, wanted(4))).toEqual(found(4))
  expect(await search(`${origin}/feed`, wanted(15))).toEqual(found(15))
  expect(answered).toEqual([
    ['/feed', 200],
    ['/feed/2', 200],
    ['/feed/3', 200],
  ])
})

test('asks for no further page where the first has the episode', async () => {
  const { origin, answered } = await host({
    '/feed': feedOf(`<atom:link rel="next" href="/2"/>${items(30, 21)}`.replaceAll('guid>', 'link>')),
  })
  expect(await searcher().search(`${origin}/feed`, wanted(25))).toMatchObject({ value: { rule: 'link' } })
  expect(answered).toEqual([['/feed', 200]])
})

test('does not go round in a circle, nor on for ever, nor where a page does not answer', async () => {
  const circle = await host({
    '/feed': feedOf(`<atom:link rel="next" href="/2"/>${items(30, 21)}`),
    '/2': feedOf(`<atom:link rel="next" href="/feed"/>${items(20, 11)}`),
  })
  expect(await searcher().search(`${circle.origin}/feed`, wanted(4))).toMatchObject({
    value: { kind: 'none' },
  })
  expect(circle.answered).toHaveLength(2)

  let pages = 0
  const endless = await serve((_request, response) => {
    pages += 1
    response.setHeader('content-type', 'application/rss+xml')
    response.end(feedOf(`<atom:link rel="next" href="/${pages}"/>${item(1000 + pages)}`))
  })
  expect(await searcher().search(endless.origin, wanted(4))).toMatchObject({ value: { kind: 'none' } })
  expect(pages).toBe(30)

  const gone = await host({ '/feed': feedOf(`<atom:link rel="next" href="/2"/>${items(30, 21)}`) })
  expect(await searcher().search(`${gone.origin}/feed`, wanted(4))).toMatchObject({ value: { kind: 'none' } })
})

test('takes an episode by its title alone only once no page is left that could name it too', async () => {
  const { origin } = await host({
    '/feed': feedOf(
      `<atom:link rel="next" href="/2"/><item><title>Again</title><enclosure url="https://cdn.example/a.mp3"/></item>`,
    ),
    '/2': feedOf('<item><title>Again</title><enclosure url="https://cdn.example/b.mp3"/></item>'),
  })
  const again: WantedEpisode = {
    title: 'Again',
    canonicalUrl: null,
    publishedAt: null,
    durationSeconds: null,
  }
  expect(await searcher().search(`${origin}/feed`, again)).toEqual({ ok: true, value: { kind: 'ambiguous' } })
})

test('reads a feed of 20 MB as it comes, without holding it, and leaves others their turn', {
  timeout: 60_000,
}, async () => {
  const padding = `<description><![CDATA[${'<p>Notes of the show.</p>'.repeat(240)}]]></description>`
  const padded = (number: number): string => item(number).replace('</item>', `${padding}</item>`)
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    let number = 3400
    const more = (): void => {
      if (number === 0) return void response.end('</channel></rss>')
      const piece = Array.from({ length: Math.min(20, number) }, (_, index) => padded(number - index)).join(
        '',
      )
      number -= Math.min(20, number)
      response.write(piece, more)
    }
    response.write('<rss><channel>', more)
  })
  const before = process.memoryUsage().rss
  let mostBytes = 0
  let turns = 0
  const watcher = setInterval(() => {
    turns += 1
    mostBytes = Math.max(mostBytes, process.memoryUsage().rss - before)
  }, 5)
  const result = await createSearchFeed(testFetcher())(`${origin}/feed`, wanted(1))
  clearInterval(watcher)
  expect(result).toEqual(found(1))
  expect(turns).toBeGreaterThan(20)
  expect(mostBytes).toBeLessThan(150_000_000)
})
