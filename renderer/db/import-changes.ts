import type { KeptChange } from '../../shared/kept/change.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
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

/** What has to leave Up next after podcasts were removed by an import, as changes: it is taken back with them. */
export async function queueOfPodcastsLeft(): Promise<KeptChange[]> {
  const { podcasts, syncs, queue } = database
  const followed = new Set(await podcasts.toCollection().primaryKeys())
  const left = (await syncs.toCollection().primaryKeys()).filter((slug) => !followed.has(slug))
  if (left.length === 0) return []
  const rows = await queue
    .where('episodeId')
    .startsWithAnyOf(left.map((slug) => `${slug}/`))
    .toArray()
  return rows.map(({ episodeId, updatedAt }) => ({
    kind: 'queue',
    key: episodeId,
    updatedAt: stampAfter(updatedAt, Date.now()),
    row: null,
  }))
}
