import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder } from '../../files/write-atomically.ts'
import { nameOfSegment, placesIn } from '../folder.ts'
import { formatVersion, type JournalHeader } from '../format/contents.ts'
import { encodeRecord } from '../format/record.ts'
import { HomeFault } from '../trouble.ts'
import type { Disk, DiskFile, FileFacts } from './disk.ts'

/** The file of the journal that is added to. */
export type SegmentFile = {
  readonly path: string
  /** Up to where everything is flushed. */
  bytes: () => number
  /**
   * Resolves once the bytes are flushed, under the name by which they will be looked for. Rejects with the system's error,
   * or a `HomeFault`; what was written of them is taken away before the next ones.
   */
  append: (bytes: Buffer) => Promise<void>
  /** After a flush that failed nobody knows what the disk has, whatever later flushes say: another file has to follow. */
  isSpoilt: () => boolean
  close: () => Promise<void>
}

export async function createSegmentFile(
  disk: Disk,
  home: string,
  header: Omit<JournalHeader, 'format' | 'version'>,
): Promise<SegmentFile> {
  const path = join(placesIn(home).journal, nameOfSegment(header.firstNumber))
  const unfinished = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  await rm(unfinished, { force: true })
  const file = await disk.open(unfinished, 'ax+')
  try {
    const bytes = encodeRecord({ format: 'earmark-journal', version: formatVersion, ...header })
    await writeAll(file, bytes)
    await file.datasync()
    await rename(unfinished, path)
    await flushFolder(dirname(path))
    return segmentFile(disk, path, file, bytes.length, await file.stat())
  } catch (error) {
    await file.close().catch(() => {})
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

/** `file` is open for adding, and whole up to `bytes`, its end. */
export function segmentFile(
  disk: Disk,
  path: string,
  file: DiskFile,
  bytes: number,
  opened: FileFacts,
): SegmentFile {
  let known = opened
  let flushedTo = bytes
  let unflushed = 0
  let spoilt = false
  return {
    path,
    bytes: () => flushedTo,
    isSpoilt: () => spoilt,
    append: async (more) => {
      if (unflushed > 0) await takeBack()
      unflushed = more.length
      await writeAll(file, more)
      const [flush, found] = await Promise.allSettled([file.datasync(), disk.stat(path)])
      if (flush.status === 'rejected') {
        spoilt = true
        throw flush.reason
      }
      // A flush into a file that was deleted, or whose folder was, succeeds as well.
      if (found.status === 'rejected') throw found.reason
      // Some disks give a file another number now and then.
      if (!isSameFile(found.value, known)) known = await file.stat()
      if (!isSameFile(found.value, known)) {
        throw new HomeFault('missing', 'the journal’s file is under its name no more')
      }
      if (found.value.size !== flushedTo + more.length) {
        throw new HomeFault('in-use', 'somebody else writes into the journal')
      }
      flushedTo = found.value.size
      unflushed = 0
    },
    close: () => file.close(),
  }

  async function takeBack(): Promise<void> {
    const { size } = await file.stat()
    if (size > flushedTo + unflushed) throw new HomeFault('in-use', 'somebody else writes into the journal')
    if (size > flushedTo) await file.truncate(flushedTo)
    unflushed = 0
  }
}

function isSameFile(one: FileFacts, other: FileFacts): boolean {
  return one.dev === other.dev && one.ino === other.ino
}

/** A disk that fills up takes a part of the bytes first. */
async function writeAll(file: DiskFile, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at)
    if (bytesWritten === 0) throw new HomeFault('failing', 'the disk takes no bytes')
    at += bytesWritten
  }
}
