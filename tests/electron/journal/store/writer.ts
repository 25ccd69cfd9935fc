import { readFile } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import { listSegments } from '../../../../electron/journal/folder.ts'
import { type Disk, type DiskFile, realDisk } from '../../../../electron/journal/store/disk.ts'
import {
  createHomeWriter,
  type HomeWriter,
  type WriterParts,
} from '../../../../electron/journal/store/home-writer.ts'
import { systemTimers } from '../../../../electron/net/timers.ts'
import { silentLog } from '../../silent-log.ts'
import { numbersIn, scanned } from '../format/journal-bytes.ts'

/** A writer that is open, and shut when the test ends. */
export async function openWriter(folder: string, more: Partial<WriterParts> = {}): Promise<HomeWriter> {
  const writer = createHomeWriter({
    wanted: { folder, homeId: null },
    disk: realDisk,
    timers: systemTimers,
    log: silentLog,
    troubleChanged: () => {},
    written: () => {},
    ...more,
  })
  onTestFinished(() => writer.close())
  await writer.open()
  return writer
}

/** One change, as JSON text. */
export function changeOf(key: string, body = ''): string {
  return JSON.stringify({ kind: 'annotations', key, updatedAt: '2026-03-02T09:30:00.000Z', row: { body } })
}

/** Keys of all changes in the journal, file by file, and the numbers of its entries. */
export async function journalIn(
  folder: string,
): Promise<{ keys: string[]; numbers: number[]; damage: number }> {
  const segments = await listSegments(folder)
  const found = (await Promise.all(segments.map(async ({ path }) => scanned(await readFile(path))))).flat()
  const keys = found.flatMap((one) =>
    one.kind === 'content' && one.content.is === 'entry'
      ? one.content.entry.changes.map(({ key }) => key)
      : [],
  )
  return { keys, numbers: numbersIn(found), damage: found.filter(({ kind }) => kind === 'damage').length }
}

/** The real disk, with some of what a file does done otherwise. */
export function diskWith(faults: (file: DiskFile, path: string) => Partial<DiskFile>): Disk {
  return {
    stat: realDisk.stat,
    open: async (path, flags) => {
      const file = await realDisk.open(path, flags)
      const usual: DiskFile = {
        read: (into, at, length, position) => file.read(into, at, length, position),
        write: (bytes, at, length) => file.write(bytes, at, length),
        datasync: () => file.datasync(),
        truncate: (length) => file.truncate(length),
        stat: () => file.stat(),
        close: () => file.close(),
      }
      return { ...usual, ...faults(usual, path) }
    },
  }
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
