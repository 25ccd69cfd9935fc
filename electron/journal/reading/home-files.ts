import { access } from 'node:fs/promises'
import { listSegments, listSnapshots, placesIn, type Segment, type Snapshot } from '../folder.ts'

/** The files of a home as they are at one moment. */
export type HomeFiles = {
  /** By number; of the one that is being added to, `bytes` are those that are flushed. */
  segments: Segment[]
  /** Newest first. */
  snapshots: Snapshot[]
}

/** Rejects with the system's error, also when there is no home in the folder. */
export async function homeFiles(
  home: string,
  writing: { path: string; bytes: number } | null,
): Promise<HomeFiles> {
  await access(placesIn(home).identity)
  const segments = (await listSegments(home)).map((segment) =>
    segment.path === writing?.path ? { ...segment, bytes: writing.bytes } : segment,
  )
  return { segments, snapshots: await listSnapshots(home) }
}

/** Those in which an entry with a higher number may stand. */
export function segmentsAfter(segments: readonly Segment[], number: number): Segment[] {
  return segments.filter((_, index) => {
    const next = segments[index + 1]
    return next === undefined || next.firstNumber > number + 1
  })
}
