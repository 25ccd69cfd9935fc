import { type FileHandle, open } from 'node:fs/promises'
import { type Content, formatVersion, type JournalEntry } from '../format/contents.ts'
import { encodeRecord } from '../format/record.ts'
import { homeFiles } from '../reading/home-files.ts'
import { mergedRows } from '../reading/merged-rows.ts'
import { writeRows } from '../snapshots/write-snapshot.ts'
import { inspect } from './inspect.ts'

/**
 * Writes what is whole of a file to a new one of the same kind, and tells what that is. Rejects with the system's error, also
 * when there is an `out` already.
 */
export async function rescueFile(path: string, out: string): Promise<string> {
  const contents: Content[] = []
  const { kind } = await inspect(path, { content: (content) => contents.push(content), damage: () => {} })
  const rows = contents.flatMap((content) => (content.is === 'change' ? [content.change] : []))
  const entries = contents.flatMap((content) => (content.is === 'entry' ? [content.entry] : []))
  return intoNewFile(out, async (file) => {
    if (kind === 'snapshot' || rows.length > entries.length) {
      const header = contents.find((content) => content.is === 'snapshot')?.header
      await writeRows(file, header ?? { homeId: '', number: 0, createdAt: isoNow() }, [rows])
      return `${rows.length} rows`
    }
    const header = contents.find((content) => content.is === 'journal')?.header ?? headerBefore(entries[0])
    await file.writeFile(Buffer.concat([header, ...entries].map(encodeRecord)))
    return `${entries.length} entries`
  })
}

/** Writes each row of a home, as its latest whole change says, as one snapshot, and tells how many. Rejects as above. */
export async function rescueHome(folder: string, out: string): Promise<string> {
  const files = await homeFiles(folder, null)
  const { rows } = await mergedRows(files, () => {})
  return intoNewFile(out, async (file) => {
    const count = await writeRows(file, { homeId: '', number: 0, createdAt: isoNow() }, rows)
    return `${count} rows`
  })
}

async function intoNewFile(out: string, write: (file: FileHandle) => Promise<string>): Promise<string> {
  const file = await open(out, 'wx')
  try {
    const what = await write(file)
    await file.sync()
    return what
  } finally {
    await file.close()
  }
}

/** For a journal that lost its first line. */
function headerBefore(entry: JournalEntry | undefined) {
  const firstNumber = entry?.number ?? 1
  return {
    format: 'earmark-journal',
    version: formatVersion,
    homeId: '',
    firstNumber,
    follows: firstNumber - 1,
    createdAt: entry?.at ?? isoNow(),
  }
}

function isoNow(): string {
  return new Date().toISOString()
}
