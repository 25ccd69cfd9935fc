import { type SettingsChange, settingsChangeSchema } from '../models/settings.ts'
import type { KeptChange } from './change.ts'
import { laterOf } from './merge.ts'

/** What the settings in an archive would change in those here; `null` when nothing, or when those here are later. */
export function settingsToTake(archived: KeptChange | null, here: KeptChange): SettingsChange | null {
  if (archived === null || archived.row === null || laterOf(here, archived) === here) return null
  const given = new Map(Object.entries(archived.row ?? {}))
  const known = new Map(Object.entries(here.row ?? {}))
  const differing = Object.keys(settingsChangeSchema.shape).filter(
    (name) => given.has(name) && JSON.stringify(given.get(name)) !== JSON.stringify(known.get(name)),
  )
  // Field by field, so that one that this version cannot use leaves the others.
  const usable = differing
    .map((name) => settingsChangeSchema.safeParse({ [name]: given.get(name) }))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
  const change: SettingsChange = Object.assign({}, ...usable)
  return Object.keys(change).length === 0 ? null : change
}
