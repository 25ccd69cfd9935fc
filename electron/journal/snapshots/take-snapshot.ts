import { homeFiles } from '../reading/home-files.ts'
import { mergedRows } from '../reading/merged-rows.ts'
import type { DamageReport } from '../reading/read-file.ts'
import { removeOld } from './remove-old.ts'
import { type SnapshotFacts, writeSnapshot } from './write-snapshot.ts'

export type SnapshotWanted = SnapshotFacts & {
  folder: string
  /** The file that is added to, and how much of it is flushed. */
  writing: { path: string; bytes: number } | null
}

/**
 * Puts everything up to the entry of that number into a snapshot, and removes what older ones and it make needless. Rejects
 * with a `HomeFault` or the system's error; then nothing was removed.
 */
export async function takeSnapshot(
  { folder, writing, ...facts }: SnapshotWanted,
  report: DamageReport,
): Promise<void> {
  const { segments, snapshots } = await homeFiles(folder, writing)
  // One that was begun since may be in the middle of a write.
  const upToIt = segments.filter(({ firstNumber }) => firstNumber <= facts.number)
  const { base, rows } = await mergedRows({ segments: upToIt, snapshots }, report)
  await writeSnapshot(folder, facts, rows)
  if (base !== null) await removeOld(folder, base.number, facts.takenAtMs)
}
