import { expect, test } from 'vitest'
import { contentOf, scanLog } from '../../../electron/chromium-database/log-records.ts'
import { readManifest } from '../../../electron/chromium-database/manifest.ts'
import { chromiumLog, chromiumManifest } from './written-log.ts'

test('a MANIFEST of Chromium’s says which tables there are, how long, and which log goes on from them', () => {
  expect(readManifest(entriesOf(chromiumManifest))).toEqual({
    logNumber: 21,
    tables: new Map([
      [23, 2_121_705],
      [24, 2_121_149],
      [25, 2_121_293],
      [26, 2_143_821],
      [27, 247_666],
    ]),
  })
})

test('an earlier MANIFEST is all that is left of one that was cut', () => {
  const records = entriesOf(chromiumManifest)
  const numbers = records.map((_, index) => readManifest(records.slice(0, index + 1))?.logNumber)
  // A log is left behind as soon as its records are in a table.
  expect(numbers.at(-1)).toBe(21)
  expect(numbers).toEqual(numbers.toSorted((one, other) => (one ?? 0) - (other ?? 0)))
  expect(readManifest([])).toBeNull()
})

test('an entry that is cut anywhere is none, and neither is one of another kind', () => {
  const newest = entriesOf(chromiumManifest).at(-1) ?? new Uint8Array()
  expect(readManifest([newest])).not.toBeNull()
  const wholeAt = Array.from({ length: newest.length }, (_, length) => length).filter(
    (length) => readManifest([newest.subarray(0, length)]) !== null,
  )
  // Only where one thing that it says ends and the next begins.
  expect(wholeAt.length).toBeLessThan(20)
  expect(readManifest([Uint8Array.from([99, 1])])).toBeNull()
  expect(readManifest(entriesOf(chromiumLog))).toBeNull()
})

function entriesOf(file: Uint8Array): Uint8Array[] {
  return scanLog(file).records.map((record) => contentOf(file, record))
}
