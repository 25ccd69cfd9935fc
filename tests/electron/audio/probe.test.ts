import { expect, test } from 'vitest'
import { createProbe } from '../../../electron/audio/probe.ts'
import { serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    Buffer.alloc(500),
  ])

const mp3Frame = bytes([0xff, 0xfb, 0x90, 0x64])

async function probed(type: string | null, body: Buffer) {
  const { origin } = await serve((_request, response) => {
    if (type !== null) response.setHeader('content-type', type)
    response.end(body)
  })
  return createProbe(testFetcher())(`${origin}/a`)
}

test.each([
  ['audio/mpeg', mp3Frame],
  ['audio/mpeg', bytes('ID3')],
  ['audio/x-something', bytes('????')],
  ['application/octet-stream', mp3Frame],
  ['application/octet-stream', bytes('OggS')],
  ['binary/octet-stream', bytes('fLaC')],
  [null, bytes('RIFF', [0, 0, 0, 0], 'WAVE')],
  ['video/mp4', bytes([0, 0, 0, 32], 'ftypM4A ')],
  ['video/webm', bytes([0x1a, 0x45, 0xdf, 0xa3])],
  ['audio/aac', bytes([0xff, 0xf1, 0x50])],
])('takes %s', async (type, body) => {
  expect(await probed(type, body)).toMatchObject({ ok: true, value: { contentType: type ?? '' } })
})

test.each([
  ['text/html; charset=utf-8', bytes('<!doctype html>'), 'web page'],
  ['audio/mpeg', bytes('<html><body>Please log in'), 'text'],
  ['audio/mpeg', bytes('\n {"error": "expired"}'), 'text'],
  ['audio/mpeg', Buffer.alloc(0), 'empty'],
  ['application/vnd.apple.mpegurl', bytes('#EXTM3U\n'), 'playlist'],
  ['audio/mpegurl', bytes('#EXTM3U\n'), 'playlist'],
  ['application/octet-stream', bytes('PK\x03\x04'), 'no audio'],
  ['image/png', bytes('\x89PNG'), 'image/png'],
])('refuses %s that begins as %s', async (type, body, word) => {
  expect(await probed(type, body)).toMatchObject({
    ok: false,
    problem: { code: 'not-audio', message: expect.stringContaining(word) },
  })
})

test('leaves a server that sends a byte now and then', async () => {
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-type', 'audio/mpeg')
    response.write(Buffer.of(0xff))
  })
  expect(await createProbe(testFetcher(), 50)(`${origin}/a`)).toMatchObject({
    ok: false,
    problem: { code: 'timeout' },
  })
})

test('asks for the beginning only, and leaves when a server sends all of it', async () => {
  let sent = 0
  const { origin } = await serve((_request, response) => {
    response.setHeader('content-type', 'audio/mpeg')
    const more = () => {
      while (sent < 60_000_000 && !response.destroyed) {
        sent += 100_000
        if (!response.write(mp3Frame.length > 0 ? Buffer.alloc(100_000, mp3Frame) : '')) return
      }
      response.end()
    }
    response.on('drain', more)
    more()
  })
  expect(await createProbe(testFetcher())(origin)).toMatchObject({ ok: true })
  expect(sent).toBeLessThan(20_000_000)
})

test('says what an address that answers with an error is', async () => {
  const { origin } = await serve((_request, response) => response.writeHead(404).end())
  expect(await createProbe(testFetcher())(origin)).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  })
})
