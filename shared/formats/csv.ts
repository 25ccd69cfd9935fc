/** With which a spreadsheet begins to calculate; and the same behind an apostrophe, so that one is always the guard’s. */
const formula = /^'*[=+\-@\t\r]/

/** Without it, Excel takes a file for one of the system's own encoding. */
export const byteOrderMark = '\uFEFF'

/** A line of comma-separated values (RFC 4180), no cell of which a spreadsheet takes for a formula. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell.toWellFormed().replaceAll('\0', '\u{FFFD}')
  const guarded = formula.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
