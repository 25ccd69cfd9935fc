import { laterOf, type MergedChanges, mergeInto, rowName } from '../../../shared/kept/merge.ts'
import type { Segment, Snapshot } from '../folder.ts'
import type { StoredChange } from '../format/contents.ts'
import { verifySnapshot } from '../snapshots/verify-snapshot.ts'
import { type HomeFiles, segmentsAfter } from './home-files.ts'
import { type DamageReport, readWhole } from './read-file.ts'

export type MergedRows = {
  /** The snapshot that was taken as the ground, of which every byte was looked at. */
  base: Snapshot | null
  /** Each row once, as its latest change says, deletions among them; in no order. */
  rows: AsyncGenerator<StoredChange[]>
}

/**
 * Everything a home holds: the newest snapshot that is whole, and what changed since. Of newer snapshots that are damaged
 * the rows are taken that are whole. Only what changed since is held in memory. Rejects with the system's error.
 */
export async function mergedRows(files: HomeFiles, report: DamageReport): Promise<MergedRows> {
  const recent: MergedChanges<StoredChange> = new Map()
  let base: Snapshot | null = null
  for (const snapshot of files.snapshots) {
    if ((await verifySnapshot(snapshot.path)) !== null) {
      base = snapshot
      break
    }
    for await (const changes of changesOfSnapshot(snapshot, report)) mergeInto(recent, changes)
  }
  for await (const changes of changesAfter(files.segments, base?.number ?? 0, report)) {
    mergeInto(recent, changes)
  }
  return { base, rows: base === null ? inBatches(recent.values()) : onto(base, recent, report) }
}

/** What the entries after that number changed, each change as it stands. */
export async function* changesAfter(
  segments: readonly Segment[],
  number: number,
  report: DamageReport,
): AsyncGenerator<StoredChange[]> {
  for (const segment of segmentsAfter(segments, number)) {
    for await (const found of readWhole(segment, report)) {
      yield found.flatMap(({ content }) =>
        content.is === 'entry' && content.entry.number > number ? content.entry.changes : [],
      )
    }
  }
}

export async function* changesOfSnapshot(
  snapshot: Pick<Snapshot, 'path' | 'bytes'>,
  report: DamageReport,
): AsyncGenerator<StoredChange[]> {
  for await (const found of readWhole(snapshot, report)) {
    yield found.flatMap(({ content }) => (content.is === 'change' ? [content.change] : []))
  }
}

async function* onto(
  base: Snapshot,
  recent: MergedChanges<StoredChange>,
  report: DamageReport,
): AsyncGenerator<StoredChange[]> {
  for await (const changes of changesOfSnapshot(base, report)) {
    yield changes.map((change) => {
      const name = rowName(change)
      const newer = recent.get(name)
      if (newer === undefined) return change
      recent.delete(name)
      return laterOf(change, newer)
    })
  }
  yield* inBatches(recent.values())
}

const batchSize = 200

export async function* inBatches(changes: Iterable<StoredChange>): AsyncGenerator<StoredChange[]> {
  let batch: StoredChange[] = []
  for (const change of changes) {
    batch.push(change)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
