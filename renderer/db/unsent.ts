import { RangeSet } from 'dexie'
import { z } from 'zod'
import type { KeptChange } from '../../shared/kept/change.ts'
import { database } from './database.ts'
import { recall, remember } from './memory.ts'
import { onCommit } from './on-commit.ts'
import type { UnsentRow } from './rows.ts'

/**
 * Which second home the database has, and up to which of its entries it holds everything. It is written with what the
 * entry did or later, so that whatever the database loses at its end, the mark goes as well.
 */
export type HomeMark = z.infer<typeof homeMarkSchema>
const homeMarkSchema = z.object({ homeId: z.string(), number: z.number().int().nonnegative() })
const markKey = 'home-mark'

/** `null` when the database was never brought together with a second home, or has lost even that. */
export function homeMark(): Promise<HomeMark | null> {
  return recall(markKey, homeMarkSchema)
}

export function keepHomeMark(mark: HomeMark): Promise<void> {
  return remember(markKey, mark)
}

/** The oldest that the second home does not have yet, in their order. */
export async function oldestUnsent(most: number): Promise<UnsentRow[]> {
  return database.unsent.orderBy(':id').limit(most).toArray()
}

/** The second home has them. */
export async function settleUnsent(numbers: readonly number[], mark: HomeMark | null): Promise<void> {
  const { unsent, memory } = database
  await database.transaction('rw', unsent, memory, async () => {
    await Promise.all([
      unsent.bulkDelete([...numbers]),
      mark === null ? null : memory.put({ key: markKey, value: mark }),
    ])
  })
}

/** Puts changes on the way to the second home that the database holds already. */
export async function addUnsent(changes: KeptChange[]): Promise<void> {
  await database.unsent.add({ at: new Date().toISOString(), changes })
}

/**
 * Calls back after every commit, by whichever connection, that wrote entries or took some away, with the highest number
 * among them. Returns how to stop.
 */
export function onUnsent(hear: (highestNumber: number) => void): () => void {
  return onCommit(database.unsent.name, (changed) => {
    let highest = 0
    for (const { to } of new RangeSet().add(changed)) {
      highest = Math.max(highest, typeof to === 'number' ? to : Number.POSITIVE_INFINITY)
    }
    hear(highest)
  })
}
