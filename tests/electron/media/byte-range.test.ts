import { expect, it } from 'vitest'
import { readByteRange } from '../../../electron/media/byte-range.ts'

it.each([
  [null, null],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=90-200', { first: 90, last: 99 }],
  ['bytes=-5', { first: 95, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['items=0-5', null],
  ['bytes=0-1,5-6', null],
])('reads %j of 100 bytes as %j', (header, range) => {
  expect(readByteRange(header, 100)).toEqual(range)
})
