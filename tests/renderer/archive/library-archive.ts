import { openCallDesk } from '../../../electron/ipc/call-desk.ts'
import { exportLibrary } from '../../../renderer/archive/tasks/export-library.ts'
import { takeInArchive } from '../../../renderer/archive/tasks/take-in-archive.ts'
import type { TaskParts } from '../../../renderer/archive/tasks/task-parts.ts'
import { database } from '../../../renderer/db/database.ts'
import { keptTables } from '../../../renderer/db/kept-tables.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import type { Ask } from '../../../renderer/sync/worker/line-calls.ts'
import type { OpenedArchive } from '../../../shared/archive/imports.ts'
import type { ArchiveForm } from '../../../shared/archive/parts.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { madeExports, madeImports } from '../../electron/archive/made-archive.ts'
import { noHandlers } from '../../electron/ipc/no-handlers.ts'
import { silentLog } from '../../electron/silent-log.ts'
import { freshDatabase } from '../fresh-database.ts'

/** Makes the database hold just this. */
export async function holdOnly(library: readonly KeptChange[]): Promise<void> {
  await freshDatabase()
  await mergeChanges(library, nothingMerged())
}

/** What the database holds of the person's, deletions among it. */
export async function heldRows(): Promise<Record<string, unknown[]>> {
  const tables = [...keptTables, 'tombstones']
  const rows = await Promise.all(tables.map((name) => database.table(name).toArray()))
  return Object.fromEntries(tables.map((name, index) => [name, rows[index] ?? []]))
}

/** Writes what the database holds; gives where. */
export async function exportTo(folder: string, form: ArchiveForm, name = 'made'): Promise<string> {
  const exports = await madeExports(folder)
  const { exportId } = valueOrThrow(
    await exports.begin(form, form === 'zip' ? `${folder}/${name}.zip` : folder),
  )
  const desk = openCallDesk({
    handlers: {
      ...noHandlers,
      'archive.add': ({ exportId: id, part }) => exports.add(id, part),
      'archive.finish-export': ({ exportId: id }) => exports.finish(id),
    },
    log: silentLog,
  })
  return valueOrThrow(await exportLibrary(exportId, partsWith(desk))).place
}

export type OpenedThere = { archive: OpenedArchive; parts: TaskParts; close: () => Promise<void> }

/** Opens an archive for a task. */
export async function opened(place: string): Promise<OpenedThere> {
  const imports = madeImports()
  const archive = valueOrThrow(await imports.open(place, new AbortController().signal))
  const desk = openCallDesk({
    handlers: {
      ...noHandlers,
      'archive.read-import': ({ importId, page }) => imports.read(importId, page),
    },
    log: silentLog,
  })
  return { archive, parts: partsWith(desk), close: imports.close }
}

export async function importFrom(place: string, { bringsBackDeleted = false } = {}) {
  const { archive, parts, close } = await opened(place)
  const done = valueOrThrow(await takeInArchive({ archive, settingsBefore: null, bringsBackDeleted }, parts))
  await close()
  return done
}

function partsWith(desk: ReturnType<typeof openCallDesk>): TaskParts {
  return {
    // Each answer is of its call's kind.
    ask: ((name, input) => desk.answer(name, input, crypto.randomUUID())) as Ask,
    show: () => undefined,
    stop: new AbortController().signal,
  }
}
