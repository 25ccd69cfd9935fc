import { expect, test } from 'vitest'
import { bytesText } from '../../../shared/formats/bytes-text.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_960, '10 kB'],
  [999_600, '1.0 MB'],
  [52_300_000, '52 MB'],
  [1_240_000_000, '1.2 GB'],
])('%i bytes are written %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})
