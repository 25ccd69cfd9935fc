import Papa from 'papaparse'
import { z } from 'zod'
import { mostNotes } from './limits.ts'

export type Table =
  | { kind: 'table'; rows: readonly ((column: string) => string)[]; columns: readonly string[] }
  | { kind: 'refused'; reason: string }

const recordsSchema = z.array(z.array(z.string()))

/** Comma-separated values (RFC 4180) with a first line of names, which are told apart without case. */
export function readTable(text: string): Table {
  const { data, errors } = Papa.parse<unknown>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiterOf(text),
    skipEmptyLines: true,
    preview: mostNotes + 2,
  })
  const torn = errors.find(({ type }) => type === 'Quotes')
  if (torn !== undefined) {
    const row = torn.row === undefined ? '' : ` in row ${(torn.row + 1).toLocaleString('en')}`
    return refused(
      `It cannot be read as comma-separated values: a quotation mark stands alone or is missing${row}.`,
    )
  }
  const [header = [], ...records] = recordsSchema.parse(data)
  if (records.length > mostNotes) return refused(tooMany)
  const columns = header.map((name) => name.trim().toLowerCase())
  return { kind: 'table', columns, rows: records.map((record) => cellsOf(columns, record)) }
}

const tooMany = `It has more than ${mostNotes.toLocaleString('en')} lines. Split it and import the parts one after the other.`

/** Spreadsheets of some countries write semicolons. */
function delimiterOf(text: string): string {
  const firstLine = /^[^\r\n]{0,2000}/.exec(text)?.[0] ?? ''
  return firstLine.split(';').length > firstLine.split(',').length ? ';' : ','
}

function cellsOf(columns: readonly string[], record: readonly string[]): (column: string) => string {
  const cells = new Map(columns.map((name, index) => [name, withoutGuard(record[index] ?? '')]))
  return (column) => cells.get(column) ?? ''
}

/** An apostrophe is put before what a spreadsheet would calculate, also by Earmark. */
function withoutGuard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

function refused(reason: string): Table {
  return { kind: 'refused', reason }
}
