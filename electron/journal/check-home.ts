import { basename } from 'node:path'
import type { HomeCheck } from '../../shared/kept/home.ts'
import { homeFiles } from './reading/home-files.ts'
import { createNumberGaps } from './reading/number-gaps.ts'
import { type DamageReport, readWhole } from './reading/read-file.ts'
import { verifySnapshot } from './snapshots/verify-snapshot.ts'

export type CheckWanted = {
  folder: string
  /** The file that is added to, and how much of it is flushed. */
  writing: { path: string; bytes: number } | null
  /** ISO 8601 UTC. */
  at: string
}

/**
 * Reads every byte of a home and tells what is damaged and which entries are missing. Rejects with the system's
 * error.
 */
export async function checkHome({ folder, writing, at }: CheckWanted): Promise<HomeCheck> {
  const { segments, snapshots } = await homeFiles(folder, writing)
  const damaged = new Map<string, HomeCheck['damaged'][number]>()
  const damage = (path: string, bytes: number): void => {
    const file = basename(path)
    const known = damaged.get(path) ?? { file, ranges: 0, bytes: 0 }
    damaged.set(path, { file, ranges: known.ranges + 1, bytes: known.bytes + bytes })
  }
  const report: DamageReport = (path, { length }) => damage(path, length)

  for (const snapshot of snapshots) {
    if ((await verifySnapshot(snapshot.path)) !== null) continue
    for await (const _ of readWhole(snapshot, report));
    // Cut between two lines, or two of them exchanged.
    if (!damaged.has(snapshot.path)) damage(snapshot.path, 0)
  }

  const gaps = createNumberGaps()
  for (const segment of segments) {
    for await (const found of readWhole(segment, report)) for (const { content } of found) gaps.add(content)
  }
  return { at, damaged: [...damaged.values()], missing: gaps.found() }
}
