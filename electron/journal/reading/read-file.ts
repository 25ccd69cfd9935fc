import { open } from 'node:fs/promises'
import type { ReadableFile } from '../format/file-lines.ts'
import type { Damage } from '../format/records-in-line.ts'
import { type Found, scan } from '../format/scan.ts'

/** Told of every damaged range that reading comes across. */
export type DamageReport = (path: string, damage: Damage) => void

/**
 * What is whole in a file, piece by piece; of a file that is being added to, only what stood there before `bytes`. Rejects
 * with the system's error.
 */
export async function* readWhole(
  { path, bytes }: { path: string; bytes: number },
  report: DamageReport,
): AsyncGenerator<Extract<Found, { kind: 'content' }>[]> {
  const file = await open(path, 'r')
  try {
    for await (const batch of scan(upTo(file, bytes))) {
      const whole: Extract<Found, { kind: 'content' }>[] = []
      for (const found of batch) {
        if (found.kind === 'content') whole.push(found)
        else report(path, found)
      }
      yield whole
    }
  } finally {
    await file.close()
  }
}

function upTo(file: ReadableFile, end: number): ReadableFile {
  return {
    read: async (into, at, length, position) =>
      position >= end ? { bytesRead: 0 } : file.read(into, at, Math.min(length, end - position), position),
  }
}
