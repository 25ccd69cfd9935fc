import type { KeptChange } from '../../shared/kept/change.ts'
import { compareStamps, stampAfter } from '../../shared/models/stamp.ts'
import { database } from './database.ts'
import { mergeChanges, nothingMerged, tablesToMerge } from './merge-changes.ts'
import type { KeptTable } from './rows.ts'
import { storedChanges } from './stored-changes.ts'
import { addUnsent } from './unsent.ts'

/** A row as it is to be again. */
export type RowWish = {
  kind: KeptTable
  key: string
  /** `null`: it is not to be there. */
  row: object | null
  /** Only if the row still has this `updatedAt`; a row that was changed since stays as it is. */
  ifUpdatedAt?: string
}

/**
 * A row that was turned back, or a request that made room for one: what the database held of it before, and what it holds now.
 */
export type TurnedRow = { kind: KeptTable; before: KeptChange | null; after: KeptChange }

/**
 * Writes rows as they once were, as changes of now: later than what is here and than what they come with, so that they hold
 * wherever else they are merged. They are noted down for the second home in the same transaction. A few hundred at a time.
 */
export async function turnBack(wishes: readonly RowWish[]): Promise<TurnedRow[]> {
  const { unsent, tombstones } = database
  const kinds = [...new Set(wishes.map(({ kind }) => kind))]
  const tables = tablesToMerge(kinds)
  return database.transaction('rw', [...tables, unsent, tombstones], async () => {
    const changes: KeptChange[] = []
    for (const kind of kinds) changes.push(...(await changesOf(kind, wishes)))
    const turned: TurnedRow[] = []
    await mergeChanges(changes, nothingMerged(), {
      tables: [],
      write: async (taken) => {
        turned.push(...taken)
      },
    })
    if (turned.length > 0) await addUnsent(turned.map(({ after }) => after))
    return turned
  })
}

async function changesOf(kind: KeptTable, wishes: readonly RowWish[]): Promise<KeptChange[]> {
  const ofKind = wishes.filter((wish) => wish.kind === kind)
  const keys = ofKind.map(({ key }) => key)
  const stored = await storedChanges(kind, keys)
  return ofKind.flatMap((wish, index) => {
    const before = stored[index] ?? null
    if (wish.ifUpdatedAt !== undefined && wish.ifUpdatedAt !== before?.updatedAt) return []
    return [changeOfNow(wish, before)]
  })
}

function changeOfNow({ kind, key, row }: RowWish, before: KeptChange | null): KeptChange {
  const updatedAt = stampAfter(laterStamp(before?.updatedAt ?? null, stampOf(row)), Date.now())
  if (row !== null) return { kind, key, updatedAt, row: { ...row, updatedAt } }
  // A note that is deleted stays as a row, so that it can be brought back.
  const here = before?.row
  const isNote = kind === 'annotations' && isObject(here)
  return { kind, key, updatedAt, row: isNote ? { ...here, updatedAt, deletedAt: updatedAt } : null }
}

function stampOf(row: object | null): string | null {
  return row !== null && 'updatedAt' in row && typeof row.updatedAt === 'string' ? row.updatedAt : null
}

function laterStamp(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return compareStamps(one, other) > 0 ? one : other
}

function isObject(row: unknown): row is object {
  return typeof row === 'object' && row !== null
}
