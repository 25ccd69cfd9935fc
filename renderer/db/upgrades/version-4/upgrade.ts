import type { Transaction } from 'dexie'

/**
 * Frozen: gives every row of the person's when it was made and when it was changed last, as far as it tells. It never
 * takes the clock: a database that is brought over once more from an old copy must not pass for newer than what the
 * second home holds. Imports nothing from outside (a lint rule).
 */
export async function upgradeToVersion4(transaction: Transaction): Promise<void> {
  await stampRows(transaction, 'listening', ({ heardAtMs }) => instantOf(heardAtMs))
  await stampRows(transaction, 'podcasts', ({ addedAt }) => instantOf(addedAt))
  await stampRows(transaction, 'audio', () => longAgo)
  await stampRows(transaction, 'queue', () => longAgo)
  await stampRows(transaction, 'drafts', ({ updatedAt }) => instantOf(updatedAt))
}

type Row = Record<string, unknown>

/** Of a row that does not tell: anything that is known of it is later. */
const longAgo = '1970-01-01T00:00:00.000Z'

/** From there on an instant's text is of another form, and sorts before the others. */
const year10000Ms = 253_402_300_800_000

async function stampRows(transaction: Transaction, name: string, instant: (row: Row) => string) {
  await transaction
    .table<Row, string>(name)
    .toCollection()
    .modify((row) => {
      const stamp = instant(row)
      Object.assign(row, { createdAt: stamp, updatedAt: stamp })
    })
}

/** Of epoch milliseconds or ISO 8601 text. */
function instantOf(value: unknown): string {
  const milliseconds = typeof value === 'number' ? value : Date.parse(String(value))
  return milliseconds >= 0 && milliseconds < year10000Ms ? new Date(milliseconds).toISOString() : longAgo
}
