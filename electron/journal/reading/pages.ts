import { randomUUID } from 'node:crypto'
import { type KeptChange, keptChangeSchema } from '../../../shared/kept/change.ts'
import type { HomePage } from '../../../shared/kept/home.ts'
import type { StoredChange } from '../format/contents.ts'

type Reading = { rows: AsyncGenerator<StoredChange[]>; number: number }

export type Pages = {
  /** The first page of these rows. */
  begin: (reading: Reading) => Promise<HomePage>
  /** `null` for a cursor that is not known, or not any more: reading begins anew. */
  next: (cursor: string) => Promise<HomePage | null>
  stop: () => Promise<void>
}

/** As many rows as are worth a transaction; a few large notes end a page sooner. */
const rowsPerPage = 500
const charactersPerPage = 2 * 1024 * 1024
/** Readings that are under way at most; the oldest is taken for one that was given up. */
const mostReadings = 4

/** Hands rows out page by page. Each cursor is good once. Rejects with what the rows do. */
export function createPages(): Pages {
  const readings = new Map<string, Reading>()

  async function pageOf(reading: Reading): Promise<HomePage> {
    const { rows, number } = reading
    const changes: KeptChange[] = []
    let characters = 0
    for (;;) {
      const { value, done } = await rows.next()
      if (done === true) return { changes, next: null, number }
      for (const stored of value) {
        // What only a newer version knows stays in the second home.
        const change = keptChangeSchema.safeParse(stored)
        if (!change.success) continue
        changes.push(change.data)
        characters += JSON.stringify(change.data.row).length
      }
      if (changes.length < rowsPerPage && characters < charactersPerPage) continue
      const next = randomUUID()
      readings.set(next, reading)
      await endOldest()
      return { changes, next, number }
    }
  }

  async function endOldest(): Promise<void> {
    const [oldest] = readings
    if (readings.size <= mostReadings || oldest === undefined) return
    readings.delete(oldest[0])
    await oldest[1].rows.return(undefined)
  }

  return {
    begin: pageOf,
    next: async (cursor) => {
      const reading = readings.get(cursor)
      if (reading === undefined) return null
      readings.delete(cursor)
      return pageOf(reading)
    },
    stop: async () => {
      for (const { rows } of readings.values()) await rows.return(undefined)
      readings.clear()
    },
  }
}
