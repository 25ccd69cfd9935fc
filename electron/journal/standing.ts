import { stat } from 'node:fs/promises'
import type { HomeStanding } from '../../shared/kept/home.ts'
import { readLastCheck } from './checks.ts'
import { homeFiles } from './reading/home-files.ts'
import type { WriterState } from './store/home-writer.ts'

/** What a person is shown; of a folder that cannot be read, only that. */
export async function homeStanding(
  folder: string,
  isDefault: boolean,
  { homeId, lastNumber, trouble }: WriterState,
): Promise<HomeStanding> {
  const files = await homeFiles(folder, null).catch(() => ({ segments: [], snapshots: [] }))
  const all = [...files.segments, ...files.snapshots]
  const newest = files.segments.at(-1)
  const snapshot = files.snapshots[0]
  const writtenAtMs = newest && (await stat(newest.path).catch(() => null))?.mtimeMs
  return {
    homeId,
    folder,
    isDefault,
    lastNumber,
    bytes: all.reduce((sum, file) => sum + file.bytes, 0),
    lastWrittenAt: isoOf(writtenAtMs ?? snapshot?.takenAtMs),
    lastSnapshotAt: isoOf(snapshot?.takenAtMs),
    snapshots: files.snapshots.length,
    trouble,
    lastCheck: await readLastCheck(folder),
  }
}

function isoOf(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString()
}
