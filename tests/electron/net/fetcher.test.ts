import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import type { Outcome } from '../../../electron/net/fetcher.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

test('gives a document with the headers that later requests need', async () => {
  const { origin } = await serve((request, response) => {
    response.setHeader('etag', '"1"')
    response.setHeader('last-modified', 'Wed, 04 Mar 2026 10:00:00 GMT')
    response.setHeader('date', 'Wed, 04 Mar 2026 10:00:05 GMT')
    response.setHeader('content-type', 'text/plain; charset=iso-8859-1')
    response.end(Buffer.from(`caf\xe9 ${request.headers['user-agent']}`, 'latin1'))
  })
  const fetcher = testFetcher({ projectAddress: 'https://example.org/earmark' })
  const answer = await fetcher.request({ url: `${origin}/a` })
  expect(answer).toEqual({
    ok: true,
    value: {
      kind: 'document',
      status: 200,
      url: `${origin}/a`,
      text: 'café Earmark/0.0.0-test (+https://example.org/earmark)',
      headers: {
        contentType: 'text/plain; charset=iso-8859-1',
        etag: '"1"',
        lastModified: 'Wed, 04 Mar 2026 10:00:00 GMT',
        cacheControl: null,
        age: null,
        date: 'Wed, 04 Mar 2026 10:00:05 GMT',
      },
    },
  })
})

test('asks conditionally and understands that nothing was modified', async () => {
  const { origin } = await serve((request, response) => {
    response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200
    response.end()
  })
  const answer = await testFetcher().request({ url: origin, since: { etag: '"1"', lastModified: null } })
  expect(answer).toMatchObject({ ok: true, value: { kind: 'not-modified' } })
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('unpacks %s', async (encoding, pack) => {
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-encoding', encoding)
    response.end(pack('packed words'))
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: true,
    value: { text: 'packed words' },
  })
})

test.each([
  [404, 'not-found'],
  [410, 'not-found'],
  [403, 'refused'],
  [405, 'rejected'],
  [429, 'rate-limited'],
  [500, 'server-error'],
  [503, 'server-error'],
])('%i is a problem of the kind %s that names the host', async (status, code) => {
  const { origin } = await serve((_request, response) => response.writeHead(status).end('no'))
  const answer = await testFetcher().request({ url: origin })
  expect(answer).toMatchObject({
    ok: false,
    problem: { code, message: expect.stringContaining(new URL(origin).host) },
  })
})

test('tells how long a busy host asked us to wait, and does not ask again before', async () => {
  const { origin, requests } = await serve((_request, response) =>
    response.writeHead(429, { 'retry-after': '120' }).end(),
  )
  const answer = await testFetcher().request({ url: origin })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'rate-limited', retryAfterSeconds: 120 } })
  expect(requests).toHaveLength(1)
})

test('repeats a GET that failed for a moment', async () => {
  let count = 0
  const { origin } = await serve((request, response) => {
    count += 1
    if (count === 1) request.socket.destroy()
    else if (count === 2) response.writeHead(503).end()
    else response.end('third time')
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: true,
    value: { text: 'third time' },
  })
})

test('never repeats a POST', async () => {
  const { origin, requests } = await serve((_request, response) => response.writeHead(503).end())
  await testFetcher().request({ url: origin, method: 'POST', json: '{}' })
  expect(requests).toEqual(['POST /'])
})

test('says so when nothing listens', async () => {
  const port = await closedPort()
  const answer = await testFetcher().request({ url: `http://127.0.0.1:${port}` })
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'unreachable', message: expect.stringContaining(`127.0.0.1:${port}`) },
  })
})

test('says so when there is no such host', async () => {
  const answer = await testFetcher().request({ url: 'http://no-such-host.invalid/' })
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'unreachable', message: expect.stringContaining('no-such-host.invalid') },
  })
})

test('takes nothing from an answer that is cut off before its announced length', async () => {
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('half of it')
    setTimeout(() => response.destroy(), 5)
  })
  const answer = await testFetcher().request({ url: origin })
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'unreachable', message: expect.stringContaining('cut off') },
  })
})

test('takes nothing from a chunked answer that is cut off', async () => {
  const { origin } = await serve((_request, response) => {
    response.write('{"episodes": [')
    setTimeout(() => response.destroy(), 5)
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: false,
    problem: { code: 'unreachable' },
  })
})

test('takes nothing from a packed answer that ends in the middle', async () => {
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync('x'.repeat(5000)).subarray(0, 20))
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: false,
    problem: { code: 'unreachable', message: expect.stringContaining('cut off') },
  })
})

// What it does not read must not bring the process down either, which the test runner counts as an error of its own.
test.each([
  ['packed in a way that nobody knows', { 'content-encoding': 'origami' }, 'unreadable'],
  ['too long by its own word', { 'content-length': '50000000' }, 'too-large'],
])('lets go of an answer that is %s', async (_what, headers, code) => {
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  const { origin } = await serve((_request, response) => {
    response.once('close', resolve)
    response.writeHead(200, headers)
    response.end('x'.repeat(30_000))
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({ ok: false, problem: { code } })
  await gone
})

test('stops a 50 MB answer at its limit instead of reading it on', async () => {
  const piece = Buffer.alloc(100_000, 'x')
  let sent = 0
  const { origin } = await serve((_request, response) => {
    const more = () => {
      while (sent < 50_000_000 && !response.destroyed) {
        sent += piece.length
        if (!response.write(piece)) return
      }
      response.end()
    }
    response.on('drain', more)
    more()
  })
  const answer = await testFetcher().request({ url: origin })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'too-large' } })
  expect(sent).toBeLessThan(20_000_000)
})

test('believes an announced length that is too large', async () => {
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 50_000_000 })
    response.flushHeaders()
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: false,
    problem: { code: 'too-large' },
  })
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('stops a %s bomb by what it unpacks to', async (encoding, pack) => {
  const bomb = pack(Buffer.alloc(50_000_000))
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-encoding', encoding)
    response.end(bomb)
  })
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: false,
    problem: { code: 'too-large' },
  })
})

test('gives up on a host that never answers', async () => {
  const { origin } = await serve(() => undefined)
  const fetcher = testFetcher({ limits: { wholeMs: 100 } })
  expect(await fetcher.request({ url: origin })).toMatchObject({ ok: false, problem: { code: 'timeout' } })
})

test('gives up on a host that answers drop by drop', async () => {
  const { origin } = await serve((_request, response) => {
    const drip = setInterval(() => response.write('.'), 10)
    response.on('close', () => clearInterval(drip))
  })
  const fetcher = testFetcher({ limits: { wholeMs: 150 } })
  expect(await fetcher.request({ url: origin })).toMatchObject({ ok: false, problem: { code: 'timeout' } })
})

test('can be stopped, also while it waits its turn', async () => {
  const { origin } = await serve(() => undefined)
  const fetcher = testFetcher({ limits: { requestsPerHost: 1 } })
  const stop = new AbortController()
  const both = [
    fetcher.request({ url: origin, signal: stop.signal }),
    fetcher.request({ url: origin, signal: stop.signal }),
  ]
  stop.abort()
  for (const answer of await Promise.all(both)) {
    expect(answer).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  }
})

test('follows redirects and tells where they ended', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/end') response.end('here')
    else response.writeHead(301, { location: '/end' }).end()
  })
  expect(await testFetcher().request({ url: `${origin}/start` })).toMatchObject({
    ok: true,
    value: { url: `${origin}/end`, text: 'here' },
  })
})

test('follows redirects ten times at most', async () => {
  const { origin, requests } = await serve((_request, response) =>
    response.writeHead(302, { location: '/again' }).end(),
  )
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: false,
    problem: { code: 'unreadable' },
  })
  expect(requests).toHaveLength(11)
})

test('follows no redirect to anything but the web', async () => {
  const { origin } = await serve((_request, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  )
  expect(await testFetcher().request({ url: origin })).toMatchObject({
    ok: false,
    problem: { code: 'unreadable' },
  })
})

test('does not carry a POST to another host', async () => {
  const other = await serve((_request, response) => response.end('taken'))
  const { origin } = await serve((_request, response) =>
    response.writeHead(307, { location: other.origin }).end(),
  )
  const answer = await testFetcher().request({ url: origin, method: 'POST', json: '{}' })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'rejected' } })
  expect(other.requests).toEqual([])
})

test('sends two requests at a time to one host', async () => {
  let now = 0
  let most = 0
  const { origin } = await serve((_request, response) => {
    now += 1
    most = Math.max(most, now)
    setTimeout(() => {
      now -= 1
      response.end('ok')
    }, 15)
  })
  const fetcher = testFetcher()
  await Promise.all(Array.from({ length: 8 }, () => fetcher.request({ url: origin })))
  expect(most).toBe(2)
})

test('sends six requests at a time in all, and still two to each host', async () => {
  const hosts = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const open: ServerResponse[] = []
      const { origin } = await serve((_request, response) => open.push(response))
      return { origin, open, left: 5 }
    }),
  )
  const fetcher = testFetcher()
  const answers = hosts.flatMap(({ origin, left }) =>
    Array.from({ length: left }, () => fetcher.request({ url: origin })),
  )
  const sum = (of: (host: (typeof hosts)[number]) => number) =>
    hosts.reduce((total, host) => total + of(host), 0)
  while (sum(({ left }) => left) > 0) {
    const allowed = Math.min(
      6,
      sum(({ left }) => Math.min(2, left)),
    )
    await vi.waitFor(() => expect(sum(({ open }) => open.length)).toBe(allowed), { interval: 5 })
    for (const { open } of hosts) expect(open.length).toBeLessThanOrEqual(2)
    const busiest = hosts.reduce((one, other) => (other.open.length > one.open.length ? other : one))
    busiest.open.shift()?.end('ok')
    busiest.left -= 1
  }
  for (const answer of await Promise.all(answers)) expect(answer.ok).toBe(true)
})

test('tells once per request how the host was there, after all its tries', async () => {
  const heard: Outcome[] = []
  let count = 0
  const { origin } = await serve((request, response) => {
    count += 1
    if (count === 1) request.socket.destroy()
    else response.writeHead(404).end()
  })
  const fetcher = testFetcher()
  fetcher.onOutcome((outcome) => heard.push(outcome))
  await fetcher.request({ url: origin })
  const host = `127.0.0.1:${await closedPort()}`
  await fetcher.request({ url: `http://${host}/` })
  expect(heard).toEqual([
    { host: new URL(origin).host, sign: 'answered' },
    { host, sign: 'silent' },
  ])
})
