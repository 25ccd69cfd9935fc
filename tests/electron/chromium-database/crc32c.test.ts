import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32c, unmasked } from '../../../electron/chromium-database/crc32c.ts'
import { slowCrc32c } from './written-log.ts'

test('gives what the standard says', () => {
  // RFC 3720, B.4, and the check value of the catalogues.
  expect(crc32c(new Uint8Array(32), 0, 32)).toBe(0x8a9136aa)
  expect(crc32c(new Uint8Array(32).fill(0xff), 0, 32)).toBe(0x62a8ab43)
  expect(crc32c(Buffer.from('123456789'), 0, 9)).toBe(0xe3069283)
})

test('agrees with the slow way on any part of any bytes', () => {
  const partOfBytes = fc
    .uint8Array({ maxLength: 70 })
    .chain((bytes) => fc.tuple(fc.constant(bytes), fc.nat(bytes.length), fc.nat(bytes.length)))
  fc.assert(
    fc.property(partOfBytes, ([bytes, one, other]) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      expect(crc32c(bytes, from, to)).toBe(slowCrc32c(bytes.subarray(from, to)))
    }),
  )
})

test('what is stored is told apart from what it means', () => {
  // google/leveldb, util/crc32c.h: rotated right by 15 bits, and a constant added.
  fc.assert(
    fc.property(fc.nat(0xffffffff), (crc) => {
      expect(unmasked((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0)).toBe(crc)
    }),
  )
})
