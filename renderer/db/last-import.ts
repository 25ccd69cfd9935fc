import { z } from 'zod'
import { settingsChangeSchema } from '../../shared/models/settings.ts'
import { database } from './database.ts'
import { recall } from './memory.ts'

const lastImportSchema = z.object({
  /** Of the archive, as the person knows it. */
  name: z.string(),
  /** ISO 8601 UTC. */
  at: z.iso.datetime(),
  /** Whether it came to its end. */
  isWhole: z.boolean(),
  rows: z.number(),
  /** As they were before, where it changed any. */
  settingsBefore: settingsChangeSchema.nullable(),
  /** As the archive has these; what an earlier version noted down does not tell. */
  settingsTaken: settingsChangeSchema.nullable().default(null),
})
/** The import that can be taken back, also after a restart. */
export type LastImport = z.infer<typeof lastImportSchema>

const key = 'last-import'

export function lastImport(): Promise<LastImport | null> {
  return recall(key, lastImportSchema)
}

/**
 * From here on another one can be taken back, and the one before no longer; unless that was of the same name and broken off, as
 * this one then goes on with it.
 */
export async function beginImport(begun: LastImport): Promise<void> {
  const { memory, importUndo } = database
  await database.transaction('rw', memory, importUndo, async () => {
    const last = await lastImport()
    const goesOn = last !== null && !last.isWhole && last.name === begun.name
    if (!goesOn) await importUndo.clear()
    await memory.put({ key, value: goesOn ? goingOn(last, begun) : begun })
  })
}

function goingOn(last: LastImport, begun: LastImport): LastImport {
  const settingsBefore = last.settingsBefore ?? begun.settingsBefore
  return { ...begun, settingsBefore, settingsTaken: begun.settingsTaken ?? last.settingsTaken }
}

export async function keepLastImport(change: Partial<LastImport>): Promise<void> {
  await database.transaction('rw', database.memory, async () => {
    const before = await lastImport()
    if (before !== null) await database.memory.put({ key, value: { ...before, ...change } })
  })
}

export async function forgetLastImport(): Promise<void> {
  const { memory, importUndo } = database
  await database.transaction('rw', memory, importUndo, async () => {
    await importUndo.clear()
    await memory.delete(key)
  })
}
