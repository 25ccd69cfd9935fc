import { describe, expect, it } from 'vitest'
import { heardSeconds } from '../server/audio/heard-seconds.ts'
import { asking, dayTwo, risks } from './asking.ts'

const length = 44 + 2740 * 8000
const path = `/audio/${dayTwo}/${risks}.wav`

describe('audio', () => {
  const standIn = asking()
  const bytes = async (range?: string, more: Record<string, string> = {}) => {
    const headers = range === undefined ? more : { range, ...more }
    const response = await fetch(standIn.server.url + path, { headers })
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.bytes()) }
  }

  it('is a WAV file of the length that the episode has', async () => {
    const head = await standIn.ask(path, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('accept-ranges')).toBe('bytes')
    expect(head.headers.get('content-length')).toBe(String(length))
    const { bytes: header } = await bytes('bytes=0-43')
    expect(header.toString('latin1', 0, 4)).toBe('RIFF')
    expect(header.readUInt32LE(4)).toBe(length - 8)
    expect(header.readUInt32LE(40) / header.readUInt32LE(28)).toBe(2740)
  })

  it('gives by ranges the same bytes as whole', async () => {
    standIn.server.change(dayTwo, risks, { durationSeconds: 100 })
    const whole = (await bytes()).bytes
    const length = 44 + 100 * 8000
    expect(whole).toHaveLength(length)
    const ranges: [string, number, number][] = [
      ['bytes=0-0', 0, 0],
      ['bytes=10-99', 10, 99],
      ['bytes=44-65580', 44, 65_580],
      ['bytes=400000-700000', 400_000, 700_000],
      [`bytes=${length - 5}-`, length - 5, length - 1],
      [`bytes=${length - 9}-${length + 900}`, length - 9, length - 1],
      ['bytes=-1000', length - 1000, length - 1],
    ]
    for (const [range, first, last] of ranges) {
      const part = await bytes(range)
      expect(part.status).toBe(206)
      expect(part.headers.get('content-range')).toBe(`bytes ${first}-${last}/${length}`)
      expect(part.headers.get('content-length')).toBe(String(last - first + 1))
      expect(part.bytes.equals(whole.subarray(first, last + 1))).toBe(true)
    }
  })

  it('refuses a range past its end, and ignores what is no range', async () => {
    const past = await bytes(`bytes=${length}-`)
    expect(past.status).toBe(416)
    expect(past.headers.get('content-range')).toBe(`bytes */${length}`)
    expect((await bytes('bytes=-0')).status).toBe(416)
    for (const range of ['bytes=9-3', 'lines=1-2', 'bytes=-']) {
      expect((await standIn.ask(path, { method: 'HEAD', headers: { range } })).status).toBe(200)
    }
  })

  it('gives the range only if the file is still the one that was begun', async () => {
    const { headers } = await standIn.ask(path, { method: 'HEAD' })
    const validators = [headers.get('etag') ?? '', headers.get('last-modified') ?? '']
    for (const validator of validators) {
      expect((await bytes('bytes=5-9', { 'if-range': validator })).status).toBe(206)
    }
    standIn.server.change(dayTwo, risks, { durationSeconds: 30 })
    const changed = await bytes('bytes=5-9', { 'if-range': validators[0] ?? '' })
    expect(changed.status).toBe(200)
    expect(changed.bytes).toHaveLength(44 + 30 * 8000)
  })

  it.each([0.5, 59, 61.25, 1280, 2700.75])('sounds like %d s at that time', async (seconds) => {
    const first = 44 + Math.round((seconds - 0.1) * 8000)
    const part = await bytes(`bytes=${first}-${first + 1599}`)
    const samples = Array.from(part.bytes, (byte) => byte - 128)
    expect(Math.abs(heardSeconds(samples) - seconds)).toBeLessThan(0.1)
  })
})
