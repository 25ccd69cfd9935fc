import { expect, test, vi } from 'vitest'
import { createProbe } from '../../../electron/audio/probe.ts'
import { probeAhead } from '../../../electron/audio/probe-ahead.ts'
import { serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

async function arrange() {
  const server = { isUp: true, held: [] as (() => void)[], holds: false }
  const { origin, requests } = await serve((_request, response) => {
    const answer = (): void => {
      if (server.isUp) response.setHeader('content-type', 'audio/mpeg').end('ID3')
      else response.writeHead(404).end()
    }
    if (server.holds) server.held.push(answer)
    else answer()
  })
  const clock = { ms: 0 }
  return {
    server,
    requests,
    clock,
    url: `${origin}/a.mp3`,
    probe: probeAhead(createProbe(testFetcher()), () => clock.ms),
  }
}

test('waits for a server the first time, and not the second', async () => {
  const { probe, url, server, requests } = await arrange()
  expect(await probe(url)).toMatchObject({ ok: true })
  server.holds = true
  expect(await probe(url)).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(requests).toHaveLength(2))
  for (const answer of server.held) answer()
})

test('asks again once it is asked why the address did not play', async () => {
  const { probe, url, server, requests } = await arrange()
  await probe(url)
  server.isUp = false
  expect(await probe(url)).toMatchObject({ ok: true })
  expect(await probe(url)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  await vi.waitFor(() => expect(requests).toHaveLength(3))
})

test('trusts no answer of long ago', async () => {
  const { probe, url, server, clock } = await arrange()
  await probe(url)
  server.isUp = false
  clock.ms += 3_600_000
  expect(await probe(url)).toMatchObject({ ok: false })
})
