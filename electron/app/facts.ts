import type { AppFacts } from '../../shared/ipc/contract.ts'
import type { StartRepair } from '../../shared/models/start-repair.ts'
import type { SecondHome } from '../journal/second-home.ts'
import type { Environment } from './environment.ts'
import type { SettingsStore } from './settings.ts'

/** What the page is told at its start. */
export function factsOf(parts: {
  version: string
  settings: Pick<SettingsStore, 'read'>
  environment: Environment
  reachable: () => boolean
  databaseRepair: () => StartRepair | null
  heldUntilMs: () => number
  home: Pick<SecondHome, 'state'>
}): () => AppFacts {
  const { version, settings, environment, reachable, databaseRepair, heldUntilMs, home } = parts
  const { platform } = process
  return () => ({
    version,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    settings: settings.read(),
    apiBaseUrlFromEnvironment: environment.apiBaseUrl,
    reachable: reachable(),
    databaseRepair: databaseRepair(),
    heldUntilMs: heldUntilMs(),
    home: { homeId: home.state().homeId, lastNumber: home.state().lastNumber },
  })
}
