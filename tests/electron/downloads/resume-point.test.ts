import { describe, expect, it } from 'vitest'
import { goesOnAt, rangeFrom, totalBytesOf, validatorOf } from '../../../electron/downloads/resume-point.ts'

const served = 'Wed, 04 Mar 2026 10:00:00 GMT'
const headers = (given: Record<string, string>) => new Map(Object.entries({ date: served, ...given }))
const answer = (status: number, given: Record<string, string>) => ({
  status,
  url: 'https://example.com/a.mp3',
  headers: headers(given),
  validators: { etag: null, lastModified: null },
  body: new ReadableStream<Uint8Array<ArrayBuffer>>(),
})

describe('what a file can be known again by', () => {
  it.each([
    ['a strong tag', { etag: '"a"', 'last-modified': served }, '"a"'],
    [
      'no weak tag, nor the date beside it',
      { etag: 'W/"a"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' },
      null,
    ],
    [
      'a date that is older',
      { 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' },
      'Mon, 02 Mar 2026 10:00:00 GMT',
    ],
    ['no date of the same second, within which it may change again', { 'last-modified': served }, null],
    ['nothing where ranges are not served', { etag: '"a"', 'accept-ranges': 'none' }, null],
    ['nothing where nothing is said', {}, null],
  ])('%s', (_name, given, validator) => {
    expect(validatorOf(headers(given))).toBe(validator)
  })
})

it('asks for what is missing, of a whole file for its last byte, and for no part of one it cannot know again', () => {
  const point = { bytes: 100, validator: '"a"', totalBytes: 500 }
  expect(rangeFrom(point)).toEqual({ first: 100, range: 'bytes=100-', ifRange: '"a"' })
  expect(rangeFrom({ ...point, bytes: 500 })).toMatchObject({ first: 499 })
  expect(rangeFrom({ ...point, totalBytes: null })).toMatchObject({ first: 100 })
  expect(rangeFrom({ ...point, bytes: 0 })).toBeNull()
  expect(rangeFrom({ ...point, validator: null })).toBeNull()
})

it('believes a part only where all it says fits', () => {
  const point = { bytes: 100, validator: '"a"', totalBytes: 500 }
  const right = { 'content-range': 'bytes 100-499/500', etag: '"a"' }
  expect(goesOnAt(100, point, answer(206, right))).toBe(true)
  expect(goesOnAt(100, point, answer(206, { 'content-range': 'bytes 100-499/*' }))).toBe(true)
  expect(goesOnAt(100, point, answer(200, right))).toBe(false)
  expect(goesOnAt(100, point, answer(206, { ...right, etag: '"b"' }))).toBe(false)
  expect(goesOnAt(100, point, answer(206, { 'content-range': 'bytes 99-499/500' }))).toBe(false)
  expect(goesOnAt(100, point, answer(206, { 'content-range': 'bytes 100-499/501' }))).toBe(false)
  expect(goesOnAt(100, point, answer(206, {}))).toBe(false)
})

it('knows the whole length from either kind of answer', () => {
  expect(totalBytesOf(answer(200, { 'content-length': '500' }))).toBe(500)
  expect(totalBytesOf(answer(206, { 'content-length': '400', 'content-range': 'bytes 100-499/500' }))).toBe(
    500,
  )
  expect(
    totalBytesOf(answer(206, { 'content-length': '400', 'content-range': 'bytes 100-499/*' })),
  ).toBeNull()
  expect(totalBytesOf(answer(200, { 'content-length': '-1' }))).toBeNull()
})
