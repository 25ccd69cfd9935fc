import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../../shared/formats/csv.ts'
import { hostileText } from './hostile-text.ts'

test('quotes are doubled, and what a spreadsheet would calculate is text', () => {
  expect(csvLine(['a "b"', 'c, d', '=1+1', '-2', 3.5, null])).toBe('"a ""b""","c, d",\'=1+1,\'-2,3.5,\n')
})

test('every line has its cells, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (cells) => {
      const texts = cells.map((cell) => cell.toWellFormed().replaceAll('\0', '\u{FFFD}'))
      expect(readLine(csvLine(cells))).toEqual(
        texts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
      )
    }),
  )
})

/** As RFC 4180 says. */
function readLine(line: string): string[] {
  const cells = [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\n$)/g)]
  return cells.map(([, quotedCell, plainCell]) => quotedCell?.replaceAll('""', '"') ?? plainCell ?? '')
}
