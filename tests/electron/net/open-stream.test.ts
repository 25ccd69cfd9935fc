import { expect, test } from 'vitest'
import { streamProblem } from '../../../electron/net/stream-problem.ts'
import { serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

test('passes a range on, and gives status, headers and bytes as they come', async () => {
  const { origin } = await serve((request, response) => {
    response.writeHead(206, { 'content-range': 'bytes 2-4/10', 'content-type': 'audio/mpeg' })
    response.end(`${request.headers.range}`)
  })
  const answer = await testFetcher().openStream(origin, { range: 'bytes=2-4' })
  if (!answer.ok) throw new Error(answer.problem.message)
  expect(answer.value.status).toBe(206)
  expect(answer.value.headers.get('content-range')).toBe('bytes 2-4/10')
  expect(await new Response(answer.value.body).text()).toBe('bytes=2-4')
})

test('has no limit of size', async () => {
  const { origin } = await serve((_request, response) => response.end(Buffer.alloc(8_000_000)))
  const answer = await testFetcher().openStream(origin)
  if (!answer.ok) throw new Error(answer.problem.message)
  let total = 0
  for await (const piece of answer.value.body) total += piece.length
  expect(total).toBe(8_000_000)
})

test('does not keep documents of the same host waiting while it is open', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/page') response.end('page')
    else response.write('start')
  })
  const fetcher = testFetcher()
  const stop = new AbortController()
  await Promise.all([1, 2, 3].map(() => fetcher.openStream(`${origin}/audio`, { signal: stop.signal })))
  expect(await fetcher.request({ url: `${origin}/page` })).toMatchObject({
    ok: true,
    value: { text: 'page' },
  })
  stop.abort()
})

test('ends with a problem in words when nothing comes any more', async () => {
  const { origin } = await serve((_request, response) => response.write('start'))
  const answer = await testFetcher({ limits: { idleMs: 50 } }).openStream(origin)
  if (!answer.ok) throw new Error(answer.problem.message)
  const error = await new Response(answer.value.body).text().catch((thrown: unknown) => thrown)
  expect(streamProblem(error, origin)).toMatchObject({ code: 'timeout' })
})

test('ends with a problem in words when it is cut off', async () => {
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('start')
    setTimeout(() => response.destroy(), 5)
  })
  const answer = await testFetcher().openStream(origin)
  if (!answer.ok) throw new Error(answer.problem.message)
  const error = await new Response(answer.value.body).text().catch((thrown: unknown) => thrown)
  expect(streamProblem(error, origin)).toMatchObject({ code: 'unreachable' })
})

test('closes the connection when the reader leaves', async () => {
  let closed = false
  const { origin } = await serve((_request, response) => {
    response.write('start')
    response.on('close', () => {
      closed = true
    })
  })
  const answer = await testFetcher().openStream(origin)
  if (!answer.ok) throw new Error(answer.problem.message)
  await answer.value.body.cancel()
  await expect.poll(() => closed).toBe(true)
})

test('is a problem when the file is not there', async () => {
  const { origin } = await serve((_request, response) => response.writeHead(404).end())
  expect(await testFetcher().openStream(origin)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
})

test('hands on that a range lies outside the file', async () => {
  const { origin } = await serve((_request, response) => response.writeHead(416).end())
  expect(await testFetcher().openStream(origin, { range: 'bytes=9-' })).toMatchObject({
    ok: true,
    value: { status: 416 },
  })
})

test('can be stopped before anybody reads it, and says so to whoever reads it then', async () => {
  const { origin } = await serve((_request, response) => response.write('start'))
  const stop = new AbortController()
  const answer = await testFetcher().openStream(origin, { signal: stop.signal })
  if (!answer.ok) throw new Error(answer.problem.message)
  stop.abort()
  const error = await new Response(answer.value.body).text().catch((thrown: unknown) => thrown)
  expect(streamProblem(error, origin, stop.signal)).toMatchObject({ code: 'cancelled' })
})

// The test runner counts an error that nobody hears as one of its own; in the app it would end the process.
test('lets go of audio that is packed in a way that nobody knows', async () => {
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-encoding', 'origami')
    response.end('x'.repeat(30_000))
  })
  const answer = await testFetcher().openStream(origin)
  expect(answer).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
})
