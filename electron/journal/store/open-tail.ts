import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder } from '../../files/write-atomically.ts'
import { listSegments, listSnapshots, type Segment } from '../folder.ts'
import type { Disk, DiskFile } from './disk.ts'
import { type SegmentFile, segmentFile } from './segment-file.ts'
import { readTail, type Tail } from './tail.ts'

/** Where writing goes on. */
export type OpenTail = {
  /** `null` when the next entry begins a file. */
  file: SegmentFile | null
  /** Of the newest entry, or of the newest snapshot when that has a higher one; 0 in an empty home. */
  lastNumber: number
  /** How much of the newest file was cut off, and lies beside it as `*.torn`; usually 0. */
  tornBytes: number
}

/**
 * Opens the newest file of the journal, of which only the end is read. What a power failure left of an unfinished write is
 * moved out of the way, so that nothing is added to a torn line. Rejects with the system's error.
 */
export async function openTail(disk: Disk, home: string): Promise<OpenTail> {
  const [newest, snapshot] = [(await listSegments(home)).at(-1), (await listSnapshots(home))[0]]
  const kept = snapshot?.number ?? 0
  if (newest === undefined) return { file: null, lastNumber: kept, tornBytes: 0 }
  const file = await disk.open(newest.path, 'a+')
  try {
    const facts = await file.stat()
    const tail = await readTail(file, facts.size)
    const bytes = await repair(file, newest, facts.size, tail)
    return {
      file: segmentFile(disk, newest.path, file, bytes, facts),
      lastNumber: Math.max(tail.lastNumber ?? newest.firstNumber - 1, kept),
      tornBytes: facts.size - tail.wholeTo,
    }
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
}

async function repair(file: DiskFile, segment: Segment, size: number, tail: Tail): Promise<number> {
  if (tail.wholeTo < size) {
    await keepAside(file, segment, tail.wholeTo, size)
    await file.truncate(tail.wholeTo)
    await file.datasync()
  }
  if (tail.ended) return tail.wholeTo
  await file.write(Buffer.from('\n'), 0, 1)
  await file.datasync()
  return tail.wholeTo + 1
}

/** What is torn may hold a part of what a person wrote, which somebody may read out by hand one day. */
async function keepAside(file: DiskFile, segment: Segment, from: number, to: number): Promise<void> {
  const bytes = Buffer.alloc(to - from)
  await file.read(bytes, 0, bytes.length, from)
  const aside = await open(`${segment.path}.${from}.torn`, 'w')
  try {
    await aside.writeFile(bytes)
    await aside.sync()
  } finally {
    await aside.close()
  }
  await flushFolder(dirname(segment.path))
}
