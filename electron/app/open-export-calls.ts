import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { openExportPlace } from '../exports/export-place.ts'
import { openSentNotes } from '../exports/readwise/sent-notes.ts'
import { openReadwiseToken } from '../exports/readwise/token.ts'
import { createExportCalls, type ExportCallParts, type ExportCalls } from './export-calls.ts'
import { systemKeyStore } from './key-store.ts'
import type { Log } from './log.ts'

type Opened = Omit<ExportCallParts, 'place' | 'token' | 'sentNotes'> & {
  dataDirectory: string
  safeStorage: SafeStorage
  log: Log
}

/** With what exports remember from one run to the next. */
export async function openExportCalls({
  dataDirectory,
  safeStorage,
  log,
  ...parts
}: Opened): Promise<ExportCalls> {
  const file = (name: string): string => join(dataDirectory, name)
  const [place, token, sentNotes] = await Promise.all([
    openExportPlace(file('export-place.json'), log),
    openReadwiseToken({
      path: file('readwise-token.json'),
      keyStore: systemKeyStore(safeStorage, process.platform),
      log,
    }),
    openSentNotes(file('readwise-sent.txt')),
  ])
  return createExportCalls({ ...parts, place, token, sentNotes })
}
