import type { JournalEntry } from '../../../../electron/journal/format/contents.ts'
import type { ReadableFile } from '../../../../electron/journal/format/file-lines.ts'
import { encodeRecord } from '../../../../electron/journal/format/record.ts'
import type { Found } from '../../../../electron/journal/format/scan.ts'
import { scan } from '../../../../electron/journal/format/scan.ts'

/** One entry with one row for each text. */
export function entriesOf(texts: readonly string[]): JournalEntry[] {
  return texts.map((text, index) => ({
    number: index + 1,
    at: '2026-03-02T09:30:00.000Z',
    changes: [
      {
        kind: 'annotations',
        key: `note-${index}`,
        updatedAt: '2026-03-02T09:30:00.000Z',
        row: { body: text },
      },
    ],
  }))
}

export function journalOf(entries: readonly JournalEntry[]): { bytes: Buffer; starts: number[] } {
  const header = {
    format: 'earmark-journal',
    version: 1,
    homeId: 'home',
    firstNumber: 1,
    follows: 0,
    createdAt: '2026-03-02T09:30:00.000Z',
  }
  const records = [header, ...entries].map(encodeRecord)
  let at = 0
  const starts = records.map((record) => {
    const start = at
    at += record.length
    return start
  })
  return { bytes: Buffer.concat(records), starts }
}

/** What `scan` needs of an open file, out of memory. */
export function fileOf(bytes: Buffer): ReadableFile {
  return {
    read: async (into, at, length, position) => ({
      bytesRead: bytes.copy(into, at, position, position + length),
    }),
  }
}

export async function scanned(bytes: Buffer): Promise<Found[]> {
  const all: Found[] = []
  for await (const batch of scan(fileOf(bytes))) all.push(...batch)
  return all
}

/** The numbers of the entries that were found. */
export function numbersIn(found: readonly Found[]): number[] {
  return found.flatMap((one) =>
    one.kind === 'content' && one.content.is === 'entry' ? [one.content.entry.number] : [],
  )
}
