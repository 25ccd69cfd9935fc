import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../../shared/formats/csv.ts'
import { hostileText } from './hostile-text.ts'

test('quotes are doubled, and what a spreadsheet would calculate is text', () => {
  expect(csvLine(['a "b"', 'c, d', '=1+1', '-2', 3.5, null])).toBe('"a ""b""","c, d",\'=1+1,\'-2,3.5,\r\n')
})

test('every line has its cells, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (cells) => {
      const texts = cells.map((cell) => cell.toWellFormed().replaceAll('\0', '\u{FFFD}'))
      expect(parse(csvLine(cells), { record_delimiter: '\r\n' })).toEqual([
        texts.map((text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
      ])
    }),
  )
})
