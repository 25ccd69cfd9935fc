import { rename, rm } from 'node:fs/promises'
import { homeFiles } from '../reading/home-files.ts'
import { readWhole } from '../reading/read-file.ts'
import { snapshotsToRemove } from './retention.ts'

/**
 * Removes snapshots that retention lets go, and files of the journal all of whose entries are in the snapshot of number
 * `inSnapshot`, which was found whole just now as was a newer one. A file with damage is put aside as `*.damaged`
 * instead: there may be more in it than was read. Rejects with the system's error.
 */
export async function removeOld(home: string, inSnapshot: number, nowMs: number): Promise<void> {
  const { segments, snapshots } = await homeFiles(home, null)
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1]
    // Entries in `segment` have numbers below the next one's first.
    if (next === undefined || next.firstNumber > inSnapshot + 1) break
    if (await isWhole(segment)) await rm(segment.path, { force: true })
    else await rename(segment.path, `${segment.path}.damaged`)
  }
  const removable = new Set(snapshotsToRemove(snapshots, nowMs))
  for (const { name, path } of snapshots) if (removable.has(name)) await rm(path, { force: true })
}

async function isWhole(segment: { path: string; bytes: number }): Promise<boolean> {
  let damages = 0
  const reading = readWhole(segment, () => {
    damages += 1
  })
  for await (const _ of reading) if (damages > 0) return false
  return damages === 0
}
