import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, scanLog } from '../../../electron/chromium-database/log-records.ts'
import { chromiumLog, writeLog } from './written-log.ts'

const blockSize = 32_768
/** Each of 40,796 places by itself. */
const exhaustive = { timeout: 120_000 }

test('a log that Chromium wrote is whole, and its notes are in it', () => {
  const { records, end, torn } = scanLog(chromiumLog)
  expect({ count: records.length, end, torn }).toEqual({ count: 74, end: chromiumLog.length, torn: false })
  // One write is a batch: its first record's number, how many there are, then the records.
  const contents = records.map((record) => contentOf(chromiumLog, record))
  expect(contents.every((content) => content.length >= 12)).toBe(true)
  expect(records.some((record) => record.length > 1)).toBe(true)
  expect(Buffer.concat(contents).includes('Look *there*.')).toBe(true)
})

test('what was written is read, also across and exactly at the ends of blocks', () => {
  const sizes = fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: blockSize - 40, max: blockSize + 10 }),
    fc.integer({ min: 2 * blockSize - 40, max: 2 * blockSize + 10 }),
  )
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 6 }), (lengths) => {
      const records = lengths.map((length, index) => new Uint8Array(length).fill(index + 1))
      const written = writeLog(records)
      const read = scanLog(written.bytes)
      expect(read.records.map((record) => contentOf(written.bytes, record))).toEqual(
        records.map((record) => Buffer.from(record)),
      )
      expect(read).toMatchObject({ end: written.bytes.length, torn: false })
    }),
    { numRuns: 40 },
  )
})

test('cut at any byte, a log of Chromium’s ends after its last whole record', exhaustive, () => {
  const ends = endsOf(chromiumLog)
  for (let length = 0; length < chromiumLog.length; length += 1) {
    const { end, torn } = scanLog(chromiumLog.subarray(0, length))
    const expected = ends.findLast((each) => each <= length) ?? 0
    if (end !== expected || torn !== expected < length) {
      expect({ length, end, torn }).toEqual({ length, end: expected, torn: expected < length })
    }
  }
})

test('with any byte changed, a log of Chromium’s ends before the record that holds it', exhaustive, () => {
  const ends = endsOf(chromiumLog)
  const changed = chromiumLog.slice()
  for (let place = 0; place < chromiumLog.length; place += 1) {
    const mask = 1 + (place % 255)
    changed[place] = (changed[place] ?? 0) ^ mask
    const { end, torn } = scanLog(changed)
    changed[place] = (changed[place] ?? 0) ^ mask
    const expected = ends.findLast((each) => each <= place) ?? 0
    if (end !== expected || !torn) expect({ place, end, torn }).toEqual({ place, end: expected, torn: true })
  }
})

test('zeros behind the last record are a torn end, as a disk leaves them that lost power', () => {
  for (const zeros of [1, 6, 7, 100, blockSize, 3 * blockSize + 5]) {
    const grown = new Uint8Array(chromiumLog.length + zeros)
    grown.set(chromiumLog)
    expect(scanLog(grown)).toMatchObject({ end: chromiumLog.length, torn: true })
  }
})

test('zeros between whole records are passed over, as LevelDB passes them over', () => {
  const before = writeLog([bytesOf('one')]).bytes
  const after = writeLog([bytesOf('two')]).bytes
  const bytes = new Uint8Array(blockSize + after.length)
  bytes.set(before)
  bytes.set(after, blockSize)
  const { records, end, torn } = scanLog(bytes)
  expect(records.map((record) => String(contentOf(bytes, record)))).toEqual(['one', 'two'])
  expect({ end, torn }).toEqual({ end: bytes.length, torn: false })
})

test('pieces in an order that no writer makes end the log', () => {
  const [long, short] = [writeLog([new Uint8Array(40_000)]).bytes, writeLog([bytesOf('short')]).bytes]
  const first = long.subarray(0, blockSize)
  const last = long.subarray(blockSize)
  for (const disorder of [[last], [short, last], [first, short], [first, first]]) {
    const { records, torn } = scanLog(new Uint8Array(Buffer.concat(disorder)))
    expect(records.length).toBeLessThanOrEqual(disorder[0] === short ? 1 : 0)
    expect(torn).toBe(true)
  }
})

test('a record that was begun with nothing at the end of a block and then begun again is read', () => {
  const filler = writeLog([new Uint8Array(blockSize - 14)]).bytes
  const emptyFirst = writeLog([new Uint8Array(blockSize - 14), bytesOf('x')]).bytes.subarray(
    filler.length,
    blockSize,
  )
  expect(emptyFirst.length).toBe(7)
  const bytes = new Uint8Array(Buffer.concat([filler, emptyFirst, writeLog([bytesOf('again')]).bytes]))
  const { records, torn } = scanLog(bytes)
  expect(records.map((record) => contentOf(bytes, record).length)).toEqual([blockSize - 14, 5])
  expect(torn).toBe(false)
})

test('where checksums are not looked at, a changed byte is not seen unless it leads astray', () => {
  const { bytes, ends } = writeLog([bytesOf('one'), bytesOf('two'), bytesOf('three')])
  const [firstEnd = 0, secondEnd = 0] = ends
  const inText = bytes.slice()
  inText[firstEnd - 1] = 0
  expect(scanLog(inText)).toMatchObject({ end: 0, torn: true })
  expect(scanLog(inText, firstEnd)).toMatchObject({ end: bytes.length, torn: false })
  const inLength = bytes.slice()
  inLength[firstEnd + 5] = 0xff
  expect(scanLog(inLength, bytes.length)).toMatchObject({ end: firstEnd, torn: true })
  const inLast = bytes.slice()
  inLast[secondEnd + 8] = 0
  expect(scanLog(inLast, secondEnd)).toMatchObject({ end: secondEnd, torn: true })
})

test('any bytes at all are read to some end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { records, end, torn } = scanLog(bytes)
      expect(end).toBeLessThanOrEqual(bytes.length)
      expect(torn).toBe(end < bytes.length)
      if (end === 0) expect(records).toEqual([])
    }),
  )
})

/** Where each record of an intact log ends: what is behind a record does not change where it ends. */
function endsOf(log: Uint8Array): number[] {
  const ends: number[] = []
  let at = 0
  for (const record of scanLog(log).records) {
    for (const { to } of record) at = to
    ends.push(at)
  }
  expect(ends.at(-1)).toBe(log.length)
  return ends
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
