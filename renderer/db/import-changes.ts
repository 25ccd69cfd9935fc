import type { KeptChange } from '../../shared/kept/change.ts'
import { understoodChange } from '../../shared/kept/rows.ts'
import { type Comparison, compareChanges, type Effect, effectOf } from './compare-changes.ts'
import { database } from './database.ts'
import { keepForUndo } from './import-undo.ts'
import { keptTables } from './kept-tables.ts'
import { mergeChanges, nothingMerged, tablesToMerge } from './merge-changes.ts'
import { type RowWish, turnBack } from './turn-back.ts'
import { addUnsent } from './unsent.ts'

/** How many rows a person sees more, otherwise, or no more. */
export type ImportedCounts = Record<Effect, number> & { notUnderstood: number }

/**
 * Merges changes of an archive into the database. What is taken in is on its way to the second home and can be taken back,
 * all in the transaction that takes it in.
 */
export async function importChanges(changes: Iterable<KeptChange>): Promise<ImportedCounts> {
  const counts: ImportedCounts = { added: 0, changed: 0, deleted: 0, notUnderstood: 0 }
  const merged = nothingMerged()
  await mergeChanges(changes, merged, {
    tables: [database.importUndo],
    write: async (taken) => {
      if (taken.length === 0) return
      await addUnsent(taken.map(({ after }) => after))
      await keepForUndo(taken)
      for (const { before, after } of taken) {
        const effect = effectOf(before, after)
        if (effect !== null) counts[effect] += 1
      }
    },
  })
  return { ...counts, notUnderstood: merged.notUnderstood.length }
}

/**
 * Brings back what an archive has and was deleted here later, which merging leaves deleted: as changes of now, that can be taken back
 * with the import; a note as it was when it was deleted. Gives how many.
 */
export async function bringBackDeleted(changes: Iterable<KeptChange>): Promise<number> {
  const wishes = (await compareChanges(changes)).flatMap(wishFor)
  if (wishes.length === 0) return 0
  const { unsent, tombstones, importUndo } = database
  const tables = tablesToMerge(keptTables)
  return database.transaction('rw', [...tables, unsent, tombstones, importUndo], async () => {
    const turned = await turnBack(wishes)
    await keepForUndo(turned)
    return turned.length
  })
}

function wishFor({ kind, verdict, here, change }: Comparison): RowWish[] {
  const row = understoodChange(change) === null ? null : change.row
  if (verdict !== 'later-here' || here === null || typeof row !== 'object' || row === null) return []
  return effectOf(here, change) === 'added'
    ? [{ kind, key: change.key, row: leftHere(here) ?? row, ifUpdatedAt: here.updatedAt }]
    : []
}

/** A note that is deleted stays as a row, and the words in that are later than those that came. */
function leftHere({ kind, row }: KeptChange): object | null {
  return kind === 'annotations' && typeof row === 'object' && row !== null
    ? { ...row, deletedAt: null }
    : null
}
