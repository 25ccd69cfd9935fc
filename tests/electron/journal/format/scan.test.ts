import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeRecord } from '../../../../electron/journal/format/record.ts'
import { recordsInLine } from '../../../../electron/journal/format/records-in-line.ts'
import type { Found } from '../../../../electron/journal/format/scan.ts'
import { entriesOf, journalOf, numbersIn, scanned } from './journal-bytes.ts'

const hostileTexts = [
  'tea\0with a NUL',
  'two\nlines\r\nand \u2028 and \u2029',
  '🫖 e\u0301 \u202eright to left\u202c',
  'half of a pair \ud83e, and the other half \udd56',
  '"quotes" \\ and \\u0000 ---',
  '',
  '00000000 2 {}',
]
const small = journalOf(entriesOf(hostileTexts))
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

/** Every byte belongs to one record or one damaged range, and they follow each other. */
function expectTiles(found: readonly Found[], length: number): void {
  let at = 0
  for (const one of found) {
    expect(one.offset).toBe(at)
    at += one.length
  }
  expect(at).toBe(length)
}

const damagesIn = (found: readonly Found[]) => found.filter((one) => one.kind === 'damage')
const allBut = (record: number | null): number[] =>
  hostileTexts.map((_, index) => index + 1).filter((number) => number !== record)

/** Which record a byte of the small journal belongs to; 0 is the header. */
const recordAt = (offset: number): number => small.starts.findLastIndex((start) => start <= offset)

it('reads back what was written, whatever text it holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText), async (texts) => {
      const entries = entriesOf(texts)
      const { bytes } = journalOf(entries)
      const found = await scanned(bytes)
      expect(damagesIn(found)).toEqual([])
      expect(found.slice(1).map((one) => one.kind === 'content' && one.content)).toEqual(
        entries.map((entry) => ({ is: 'entry', entry })),
      )
      expectTiles(found, bytes.length)
    }),
  )
})

it('reads a note of a million characters between others', async () => {
  const { bytes } = journalOf(
    entriesOf(['tea', `${'☕'.repeat(500_000)}${'\ud800\n'.repeat(250_000)}`, 'cake']),
  )
  const found = await scanned(bytes)
  expect(numbersIn(found)).toEqual([1, 2, 3])
  expect(damagesIn(found)).toEqual([])
})

it('writes one line for each record', () => {
  const lines = small.bytes.toString('latin1').split('\n')
  expect(lines).toHaveLength(hostileTexts.length + 2)
  expect(lines.at(-1)).toBe('')
})

it('loses one record at most to any byte that is changed in any way, and says where', async () => {
  for (let offset = 0; offset < small.bytes.length; offset += 1) {
    for (const change of [0x01, 0x20, 0xff]) {
      const bytes = Buffer.from(small.bytes)
      bytes[offset] = (bytes[offset] ?? 0) ^ change
      const found = await scanned(bytes)
      // A line feed is no part of what its record says.
      const lost = small.bytes[offset] === 0x0a ? null : recordAt(offset)
      expect(numbersIn(found)).toEqual(allBut(lost))
      expect(damagesIn(found).some((one) => one.offset <= offset && offset < one.offset + one.length)).toBe(
        true,
      )
      expectTiles(found, bytes.length)
    }
  }
})

it('keeps every whole record before the place where a journal was cut', async () => {
  for (let length = 0; length <= small.bytes.length; length += 1) {
    const found = await scanned(small.bytes.subarray(0, length))
    const whole = small.starts.slice(1).flatMap((_, index) => {
      // Where only the line feed is missing, the record is there.
      const end = (small.starts[index + 2] ?? small.bytes.length) - 1
      return end <= length ? [index + 1] : []
    })
    expect(numbersIn(found)).toEqual(whole)
    const atEnd = [0, ...small.starts, small.bytes.length].includes(length)
    expect(damagesIn(found).map(({ kind, reason }) => ({ kind, reason }))).toEqual(
      atEnd ? [] : [{ kind: 'damage', reason: 'cut' }],
    )
    expectTiles(found, length)
  }
})

it('keeps every record that no damage touches, wherever and however often a larger journal was hit', async () => {
  const cut = fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(300) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyText, { minLength: 5, maxLength: 40 }),
      fc.array(cut, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('zeros', 'spaces', 'hexadecimal digits'),
      async (texts, places, filling) => {
        const { bytes, starts } = journalOf(entriesOf(texts))
        const fill = { zeros: 0, spaces: 0x20, 'hexadecimal digits': 0x61 }[filling]
        const hit = new Set<number>()
        for (const { from, length } of places) {
          const begin = Math.floor(from * bytes.length)
          for (let at = begin; at < Math.min(begin + length, bytes.length); at += 1) {
            if (bytes[at] !== fill) hit.add(at)
            bytes[at] = fill
          }
        }
        const untouched = texts.flatMap((_, index) => {
          const start = starts[index + 1] ?? 0
          const end = (starts[index + 2] ?? bytes.length) - 1
          for (let at = start; at < end; at += 1) if (hit.has(at)) return []
          return [index + 1]
        })
        const found = await scanned(bytes)
        expect(numbersIn(found)).toEqual(untouched)
        expectTiles(found, bytes.length)
      },
    ),
  )
})

it('reports a record that is whole and says nothing of ours', async () => {
  const strange = [
    { a: 1 },
    [1],
    { number: 'one', changes: [] },
    { changes: [], number: 0, at: '' },
    { end: 1 },
  ]
  for (const value of strange) {
    expect(await scanned(encodeRecord(value))).toMatchObject([{ kind: 'damage', reason: 'not-understood' }])
  }
  const newer = encodeRecord({ format: 'earmark-journal', version: 2, more: 1 })
  expect(await scanned(newer)).toMatchObject([{ kind: 'content', content: { is: 'newer', version: 2 } }])
})

it('looks at each byte a few times only, also where a file is made to mislead', () => {
  const nested = (line: string): Buffer => Buffer.from(line, 'latin1')
  /** Each place claims the rest of the line as its record. */
  const claims: string[] = []
  const length = 200_000
  for (let at = 0; at < length; ) {
    const rest = length - at
    const digits = String(rest - 10 - String(rest - 10 - 1).length).length
    const claim = `00000000 ${rest - 10 - digits} `
    claims.push(claim)
    at += claim.length
  }
  const hostile = [
    nested(claims.join('')),
    nested('00000000 9 '.repeat(20_000)),
    nested('a'.repeat(length)),
    nested(' '.repeat(length)),
    nested('00000000 '.repeat(20_000)),
  ]
  for (const bytes of hostile) {
    let summed = 0
    recordsInLine({ offset: 0, bytes, ended: true }, (part) => {
      summed += part.length
      return crc32(part)
    })
    expect(summed).toBeLessThanOrEqual(16 * bytes.length)
  }
})

it('finds a whole record behind one that was cut short and written on', async () => {
  const [first, second] = [encodeRecord({ a: 1 }), journalOf(entriesOf(['tea'])).bytes]
  const found = await scanned(Buffer.concat([first.subarray(0, 9), second]))
  expect(numbersIn(found)).toEqual([1])
  expect(found[0]).toEqual({ kind: 'damage', offset: 0, length: 9, reason: 'broken' })
})
