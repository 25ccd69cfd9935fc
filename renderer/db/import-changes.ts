import type { KeptChange } from '../../shared/kept/change.ts'
import { type Effect, effectOf } from './compare-changes.ts'
import { database } from './database.ts'
import { keepForUndo } from './import-undo.ts'
import { mergeChanges, nothingMerged } from './merge-changes.ts'
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
