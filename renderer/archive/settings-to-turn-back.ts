import { canonicalJson } from '../../shared/kept/canonical-json.ts'
import type { Settings, SettingsChange } from '../../shared/models/settings.ts'
import type { LastImport } from '../db/last-import.ts'

/** What taking an import back changes in the settings: those that are as it left them become what they were before. */
export function settingsToTurnBack(
  { settingsBefore, settingsTaken }: Pick<LastImport, 'settingsBefore' | 'settingsTaken'>,
  now: Settings,
): SettingsChange {
  const taken = new Map<string, unknown>(Object.entries(settingsTaken ?? now))
  const here = new Map<string, unknown>(Object.entries(now))
  return Object.fromEntries(
    Object.entries(settingsBefore ?? {}).filter(
      ([name]) => canonicalJson(here.get(name)) === canonicalJson(taken.get(name)),
    ),
  )
}
