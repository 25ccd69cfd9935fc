import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '../../files/write-atomically.ts'
import { nameOfSnapshot, placesIn } from '../folder.ts'
import {
  formatVersion,
  type SnapshotEnd,
  type SnapshotHeader,
  type StoredChange,
} from '../format/contents.ts'
import { encodeRecord } from '../format/record.ts'
import { HomeFault } from '../trouble.ts'
import { verifySnapshot } from './verify-snapshot.ts'

export type SnapshotFacts = { homeId: string; number: number; takenAtMs: number }

/**
 * Writes rows as a snapshot and reads it back; only then it gets its name. Gives that name. Rejects with a `HomeFault` or
 * the system's error, and leaves nothing.
 */
export async function writeSnapshot(
  home: string,
  { homeId, number, takenAtMs }: SnapshotFacts,
  rows: AsyncIterable<StoredChange[]>,
): Promise<string> {
  const name = nameOfSnapshot(takenAtMs, number)
  const path = join(placesIn(home).snapshots, name)
  const unfinished = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(unfinished, 'w')
    try {
      const createdAt = new Date(takenAtMs).toISOString()
      await writeRows(file, { homeId, number, createdAt }, rows)
      await file.datasync()
    } finally {
      await file.close()
    }
    if ((await verifySnapshot(unfinished)) === null) {
      throw new HomeFault('failing', 'a snapshot read back differs from what was written')
    }
    await rename(unfinished, path)
    await flushFolder(dirname(path))
    return name
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

/** Into an empty file. Gives the number of rows. Rejects with the system's error. */
export async function writeRows(
  file: FileHandle,
  header: Omit<SnapshotHeader, 'format' | 'version'>,
  rows: AsyncIterable<StoredChange[]> | Iterable<StoredChange[]>,
): Promise<number> {
  const hash = createHash('sha256')
  const write = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes)
    await file.writeFile(bytes)
  }
  await write(encodeRecord({ format: 'earmark-snapshot', version: formatVersion, ...header }))
  let count = 0
  const counts: Record<string, number> = {}
  for await (const changes of rows) {
    await write(Buffer.concat(changes.map((change) => encodeRecord({ change }))))
    count += changes.length
    for (const { kind } of changes.filter(isThere)) counts[kind] = (counts[kind] ?? 0) + 1
  }
  const end: SnapshotEnd = { end: true, rows: count, counts, sha256: hash.digest('hex') }
  await file.writeFile(encodeRecord(end))
  return count
}

function isThere({ row }: StoredChange): boolean {
  if (typeof row !== 'object' || row === null) return false
  return !('deletedAt' in row) || row.deletedAt === null
}
