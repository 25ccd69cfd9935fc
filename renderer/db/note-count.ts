import { cmp, RangeSet } from 'dexie'
import { countAnnotations } from './annotations.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { onceFewAreWritten } from './many-writes.ts'
import { onCommit } from './on-commit.ts'

/** Nobody who writes waits for the number. */
const leastMsBetweenCounts = 1000
/** While an import writes. */
const longestWaitMs = 2000
/** With more changed notes than this, all keys are read again. */
const mostReadAlone = 100

/**
 * How many notes are not deleted, live, at once and then at most once a second. Counting goes through every key of the table, a
 * microsecond for each: with each second of typing that kept a key stroke in so many waiting for its "Saved". So it is done once; from
 * the first change on the ids are known, and only what changed is read.
 */
export function liveNoteCount(): Coalesced<number> {
  /** Of notes that are not deleted; `null` while nothing has changed since they were counted. */
  let present: Set<string> | null = null
  let counted = false
  /** Ids of what changed since; `null` when that may be any. */
  let behind: Set<string> | null = new Set()
  const hearers = new Set<() => void>()

  // Also while nobody listens, so that nothing is missed.
  onCommit(database.annotations.name, (changed) => {
    for (const { from, to } of new RangeSet().add(changed)) {
      if (cmp(from, to) !== 0 || typeof from !== 'string') behind = null
      else behind?.add(from)
    }
    for (const hear of hearers) hear()
  })

  async function read(): Promise<number> {
    const ids = behind
    behind = new Set()
    try {
      if (!counted) {
        const count = await countAnnotations()
        counted = true
        return count
      }
      if (present === null || ids === null || ids.size > mostReadAlone) present = await presentIds()
      else await readAgain(present, [...ids])
      return present.size
    } catch (error) {
      behind = ids === null || behind === null ? null : new Set([...ids, ...behind])
      throw error
    }
  }

  function onChange(hear: () => void): () => void {
    hearers.add(hear)
    return () => hearers.delete(hear)
  }

  function untilFewAreWritten(): Promise<void> | null {
    return behind === null ? onceFewAreWritten(longestWaitMs) : null
  }

  return coalesced(read, onChange, leastMsBetweenCounts, untilFewAreWritten)
}

async function presentIds(): Promise<Set<string>> {
  const { annotations } = database
  return database.transaction('r', annotations, async () => {
    const [all, deleted] = await Promise.all([
      annotations.toCollection().primaryKeys(),
      annotations.where('deletedAt').above('').primaryKeys(),
    ])
    const present = new Set(all)
    for (const id of deleted) present.delete(id)
    return present
  })
}

async function readAgain(present: Set<string>, ids: string[]): Promise<void> {
  const rows = await database.annotations.bulkGet(ids)
  for (const [index, id] of ids.entries()) {
    if (rows[index]?.deletedAt === null) present.add(id)
    else present.delete(id)
  }
}
