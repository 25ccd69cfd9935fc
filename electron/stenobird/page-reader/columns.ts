import { lineOf, type Span } from './block.ts'

/** Each kind of column with the words it goes by. */
export type ColumnWords<Name extends string> = readonly (readonly [name: Name, words: readonly string[]])[]

/** What the columns of a table hold, in their order; `null` for one that is not known. */
export type Columns<Name extends string> = (Name | null)[]

/** The columns that a row names, when it is the heading of a table: two of its cells are names, or all but empty ones. */
export function columnsOf<Name extends string>(
  cells: readonly Span[][],
  words: ColumnWords<Name>,
): Columns<Name> | null {
  const columns = cells.map((cell) => columnNamed(lineOf(cell), words))
  const known = columns.filter((column) => column !== null)
  const isHeading = cells.every((cell, index) => columns[index] !== null || /^#?$/.test(lineOf(cell)))
  return known.length > 1 || (known.length === 1 && isHeading) ? columns : null
}

/** The cell of a column; where a table has several of the kind, the first that says anything. */
export function cellOf<Name extends string>(
  cells: readonly Span[][],
  columns: Columns<Name>,
  name: Name,
): Span[] {
  return cells.find((cell, index) => columns[index] === name && lineOf(cell) !== '') ?? []
}

function columnNamed<Name extends string>(text: string, words: ColumnWords<Name>): Name | null {
  const plain =
    text.length > 40
      ? ''
      : text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()
  return words.find(([, known]) => known.includes(plain))?.[0] ?? null
}
