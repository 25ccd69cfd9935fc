import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createStenobird } from '../../../../electron/stenobird/client.ts'
import { inlineReader } from '../../../../electron/stenobird/reader/inline-reader.ts'
import { pullRequestSchema } from '../../../../shared/models/sync.ts'
import { testFetcher } from '../../test-fetcher.ts'
import { pullRequest } from '../stand-in-service.ts'

/** A service that answers every list with two pages of one episode each, under these headers. */
async function serviceWith(headers: Record<string, string>, updatedAt: string) {
  const server = createServer((request, response) => {
    const isList = request.url?.includes('/episodes?') === true
    const isSecond = request.url?.includes('cursor=') === true
    const episode = { slug: isSecond ? 'b' : 'a', title: 'An episode', updated_at: updatedAt }
    const list = { episodes: [episode], next_cursor: isSecond ? null : 'second' }
    response.writeHead(200, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(isList ? list : { slug: 'show', title: 'Show' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return createStenobird({
    fetcher: testFetcher(),
    reader: inlineReader,
    apiBaseUrl: () => `http://127.0.0.1:${port}`,
    log: { warn: () => undefined },
  })
}

test.each([
  ['an entity tag of 20,000 characters', { etag: `"${'\\'.repeat(10_000)}${'x'.repeat(10_000)}"` }],
  ['a date of modification of 20,000 characters', { 'last-modified': 'x'.repeat(20_000) }],
])('%s is not kept, since no request could carry it', async (_, headers) => {
  const stenobird = await serviceWith(headers, '2026-03-04T10:00:00Z')
  const first = await stenobird.pull(pullRequest('show'))
  if (!first.ok) throw new Error(first.problem.message)
  const next = pullRequest('show', { cursor: first.value.nextCursor })
  expect(pullRequestSchema.safeParse(next).success).toBe(true)
  const second = await stenobird.pull(next)
  expect(second).toMatchObject({ ok: true, value: { nextCursor: null, validator: null } })
})

test.each([
  ['Sat, 01 Jan 275000 00:00:00 GMT', null],
  ['nonsense', null],
  ['-1', null],
  ['Sun, 08 Nov 2026 08:49:37 GMT', '2026-11-08T08:49:37.000Z'],
])('a service that says it answered at %s is taken to have answered at %s', async (date, servedAt) => {
  const stenobird = await serviceWith({ date }, '9999-12-31T23:59:59-12:00')
  const first = await stenobird.pull(pullRequest('show'))
  expect(first).toMatchObject({ ok: true, value: { servedAt, episodes: [{ updatedAt: null }] } })
})
