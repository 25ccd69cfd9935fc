import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMediaScheme } from '../../../electron/media/media-scheme.ts'
import { failure, success } from '../../../shared/result.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const nothingRemote = async () => failure('unreachable', 'no network in this test')
const bytesOf = async (response: Response) => [...new Uint8Array(await response.arrayBuffer())]

describe('media from a file', () => {
  it('forgets the oldest addresses, and none that a day of listening needs', async () => {
    const path = join(folder, 'a.mp3')
    await writeFile(path, 'audio')
    const media = createMediaScheme(nothingRemote)
    const urls = Array.from({ length: 600 }, () => media.addressFor({ kind: 'file', path, head: null }))
    const statusOf = async (index: number) => (await media.respond(new Request(urls[index] ?? ''))).status
    expect(await statusOf(0)).toBe(404)
    expect(await statusOf(200)).toBe(200)
    expect(await statusOf(599)).toBe(200)
  })

  it('does not forget an address that is in use, however often another is asked for', async () => {
    const path = join(folder, 'a.mp3')
    await writeFile(path, 'audio')
    const media = createMediaScheme(nothingRemote)
    const playing = media.addressFor({ kind: 'file', path, head: null })
    for (let asked = 0; asked < 1000; asked += 1) {
      media.addressFor({ kind: 'file', path, head: null })
      if (asked % 400 === 0) await media.respond(new Request(playing))
    }
    expect((await media.respond(new Request(playing))).status).toBe(200)
  })

  it('answers whole, by range, and past the end as HTTP would', async () => {
    const path = join(folder, 'a.mp3')
    await writeFile(
      path,
      Uint8Array.from({ length: 100 }, (_, index) => index),
    )
    const media = createMediaScheme(nothingRemote)
    const url = media.addressFor({ kind: 'file', path, head: null })

    const whole = await media.respond(new Request(url))
    expect(whole.status).toBe(200)
    expect(whole.headers.get('content-type')).toBe('audio/mpeg')
    expect(await bytesOf(whole)).toHaveLength(100)

    const part = await media.respond(new Request(url, { headers: { range: 'bytes=10-12' } }))
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 10-12/100')
    expect(await bytesOf(part)).toEqual([10, 11, 12])

    const past = await media.respond(new Request(url, { headers: { range: 'bytes=100-' } }))
    expect(past.status).toBe(416)
    expect(past.headers.get('content-range')).toBe('bytes */100')
  })

  it('answers 404 for a file that is gone, and for an address it never made', async () => {
    const media = createMediaScheme(nothingRemote)
    const gone = media.addressFor({ kind: 'file', path: join(folder, 'gone.mp3'), head: null })
    expect((await media.respond(new Request(gone))).status).toBe(404)
    expect((await media.respond(new Request('media://audio/etc/passwd'))).status).toBe(404)
  })

  it('shows neither path nor host in the address', () => {
    const media = createMediaScheme(nothingRemote)
    expect(media.addressFor({ kind: 'file', path: '/home/someone/a.mp3', head: null })).toMatch(
      /^media:\/\/audio\/[0-9a-f-]{36}$/,
    )
  })
})

describe('media from elsewhere', () => {
  it('passes the range on and the answer back, with only the headers that media needs', async () => {
    const asked: unknown[] = []
    const media = createMediaScheme(async (url, request) => {
      asked.push([url, request?.range])
      return success({
        status: 206,
        url,
        headers: new Map([
          ['content-type', 'audio/mpeg'],
          ['content-range', 'bytes 5-6/10'],
          ['set-cookie', 'who=you'],
        ]),
        validators: { etag: null, lastModified: null },
        body: new Response(Uint8Array.of(5, 6)).body ?? new ReadableStream(),
      })
    })
    const url = media.addressFor({ kind: 'remote', url: 'https://a.example/a.mp3' })
    const answer = await media.respond(new Request(url, { headers: { range: 'bytes=5-6' } }))
    expect(asked).toEqual([['https://a.example/a.mp3', 'bytes=5-6']])
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe('bytes 5-6/10')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await bytesOf(answer)).toEqual([5, 6])
  })

  it('answers 502 when the other side cannot be reached', async () => {
    const media = createMediaScheme(nothingRemote)
    const url = media.addressFor({ kind: 'remote', url: 'https://a.example/a.mp3' })
    expect((await media.respond(new Request(url))).status).toBe(502)
  })
})
