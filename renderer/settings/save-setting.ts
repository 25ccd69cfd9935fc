import type { SettingsChange } from '../../shared/models/settings.ts'
import type { Result } from '../../shared/result.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { changeSettings } from './store.ts'

/** Keeps a change at once and says so. `null` when it is kept, else why it is not, for a person. */
export async function saveSetting(
  change: Result<SettingsChange>,
  saidWhenKept: string,
): Promise<string | null> {
  const kept = change.ok ? await changeSettings(change.value) : change
  if (kept.ok) {
    announce(saidWhenKept)
    return null
  }
  announceFailure(kept.problem.message)
  return kept.problem.message
}
