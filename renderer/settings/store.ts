import { create } from 'zustand'
import type { AppFacts } from '../../shared/ipc/contract.ts'
import { type Settings, type SettingsChange, settingsSchema } from '../../shared/models/settings.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../bridge.ts'

/** The settings as the main process keeps them; the defaults until it has told. */
export const useSettings = create<Settings>(() => settingsSchema.parse({}))

/** What the main process said of itself at the start; `null` before that. */
export const useAppFacts = create<{ facts: AppFacts | null }>(() => ({ facts: null }))

/** The base address of the service, as the main process asks it. */
export function serviceAddress(): string {
  return useAppFacts.getState().facts?.apiBaseUrlFromEnvironment ?? useSettings.getState().apiBaseUrl
}

/** Takes in what `app.start` answered. */
export function receiveFacts(facts: AppFacts): void {
  useAppFacts.setState({ facts })
  receiveSettings(facts.settings)
}

export function receiveSettings(settings: Settings): void {
  useSettings.setState(settings, true)
}

/**
 * Has the main process keep a change. The page shows it at once, and again what was before when it could not be kept.
 */
export async function changeSettings(change: SettingsChange): Promise<Result<Settings>> {
  const before = useSettings.getState()
  useSettings.setState(settingsSchema.parse({ ...before, ...change }), true)
  const changed = await call('settings.change', change)
  receiveSettings(changed.ok ? changed.value : before)
  return changed
}
