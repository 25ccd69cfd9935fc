import { expect, test } from 'vitest'
import { checkedAddress } from '../../../electron/net/fetch-guard.ts'
import { closedPort, serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

test.each([
  'http://127.0.0.1/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data',
  'http://0.0.0.0:8080/',
  'http://192.168.0.10/',
])('refuses %s', (url) => {
  const checked = checkedAddress(url, false)
  expect(checked).toMatchObject({ ok: false, problem: { code: 'blocked-address' } })
})

test.each([
  '',
  'stenobird.com',
  'ftp://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://',
])('says that %j is no web address', (url) => {
  expect(checkedAddress(url, true)).toMatchObject({ ok: false, problem: { code: 'bad-address' } })
})

test('refuses a name that leads to this machine, before anything is sent', async () => {
  const { origin, requests } = await serve((_request, response) => response.end('secret'))
  const fetcher = testFetcher({ allowLocalAddresses: () => false })
  const url = `http://localhost:${new URL(origin).port}/`
  expect(await fetcher.request({ url })).toMatchObject({ ok: false, problem: { code: 'blocked-address' } })
  expect(await fetcher.openStream(url)).toMatchObject({ ok: false, problem: { code: 'blocked-address' } })
  expect(requests).toEqual([])
})

test('refuses to be redirected to this machine', async () => {
  const inner = await serve((_request, response) => response.end('secret'))
  const outer = await serve((_request, response) => {
    guarded = true
    response.writeHead(302, { location: `${inner.origin}/metadata` }).end()
  })
  let guarded = false
  // The first hop is let through, as a public host would be; from then on the guard stands.
  const fetcher = testFetcher({ allowLocalAddresses: () => !guarded })
  const answer = await fetcher.request({ url: outer.origin })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'blocked-address' } })
  expect(inner.requests).toEqual([])
})

test('lets local addresses through where they are allowed', async () => {
  const fetcher = testFetcher()
  const port = await closedPort()
  const answer = await fetcher.request({ url: `http://127.0.0.1:${port}/` })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
})

test('lets this machine in where that is allowed, and never the network it is in', () => {
  expect(checkedAddress('http://127.0.0.1:8080/', true)).toMatchObject({ ok: true })
  expect(checkedAddress('http://[::1]/', true)).toMatchObject({ ok: true })
  for (const url of ['http://169.254.169.254/', 'http://10.0.0.1/', 'http://192.168.0.10/'])
    expect(checkedAddress(url, true)).toMatchObject({ ok: false, problem: { code: 'blocked-address' } })
})
