import { join } from 'node:path'
import { v5 as idOf } from 'uuid'
import { createImports, type Imports } from '../../../electron/archive/reading/imports.ts'
import { openExports } from '../../../electron/archive/writing/exports.ts'
import type { ArchiveForm } from '../../../shared/archive/parts.ts'
import { changeLines } from '../../../shared/archive/row-lines.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'
import { unpack } from '../../../shared/packed.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { silentLog } from '../../electron/silent-log.ts'
import { noteOf } from './annotated-home.ts'
import type { Change } from './ledger.ts'

const namespace = 'a9e2c3de-7b7e-4c39-9f0e-6a4a3d3b1c55'

/** As on a computer where nobody changed any. */
const untouched: KeptChange = {
  kind: 'settings',
  key: 'settings',
  updatedAt: new Date(0).toISOString(),
  row: settingsSchema.parse({}),
}

/** An archive of so many notes, the same ones each time with other words. Gives where it is. */
export async function layDownArchive(
  folder: string,
  { form, count, edition }: { form: ArchiveForm; count: number; edition: string },
): Promise<string> {
  const exports = await openExports({
    unfinishedPath: join(folder, 'unfinished.json'),
    appVersion: '0.1.0',
    settings: () => untouched,
    now: () => new Date(),
    log: silentLog,
  })
  const place = form === 'zip' ? join(folder, 'made.zip') : folder
  const { exportId } = valueOrThrow(await exports.begin(form, place))
  const changes = Array.from({ length: count }, (_, index): KeptChange => {
    const row = { ...noteOf(index), id: idOf(String(index), namespace), body: textOf(index, edition) }
    return { kind: 'annotations', key: row.id, updatedAt: row.updatedAt, row }
  })
  for (const part of changeLines(changes)) valueOrThrow(await exports.add(exportId, part))
  return valueOrThrow(await exports.finish(exportId)).place
}

/** What importing it does, where another edition may be there already. */
export function changesOf(notes: readonly string[], count: number, edition: string): Change[] {
  const there = new Map(notes.filter(isImported).map((text) => [numberIn(text), text]))
  const changes = Array.from({ length: count }, (_, index) => ({
    before: there.get(index) ?? null,
    after: textOf(index, edition),
  }))
  return changes.filter(({ before, after }) => before !== after)
}

function textOf(index: number, edition: string): string {
  return `Imported, ${index}, edition ${edition}. ${'Something worth keeping. '.repeat(4)}`.trim()
}

function isImported(text: string): boolean {
  return text.startsWith('Imported, ')
}

function numberIn(text: string): number {
  return Number(/^Imported, (\d+),/.exec(text)?.[1])
}

/**
 * The texts of the notes in an archive, of which all was read, and compared with its manifest; or in a sentence why it is
 * none.
 */
export async function notesInArchive(path: string): Promise<string[] | string> {
  const imports = createImports({ settings: () => untouched, progress: () => undefined, log: silentLog })
  try {
    return await readNotes(imports, path)
  } finally {
    await imports.close()
  }
}

async function readNotes(imports: Imports, path: string): Promise<string[] | string> {
  const opened = await imports.open(path, new AbortController().signal)
  if (!opened.ok) return opened.problem.message
  const whole = await imports.whole(opened.value.importId)
  if (!whole.ok) return whole.problem.message
  const notes: string[] = []
  for (let page = 0; page < opened.value.pages; page += 1) {
    const read = await imports.read(opened.value.importId, page)
    if (!read.ok) return read.problem.message
    for (const { kind, row } of unpack(read.value).changes) {
      const isNote = kind === 'annotations' && typeof row === 'object' && row !== null && 'body' in row
      if (isNote && 'deletedAt' in row && row.deletedAt === null) notes.push(String(row.body))
    }
  }
  return notes
}
