import { listen } from '../bridge.ts'
import { syncAll } from './sync-all.ts'

/** Syncs whenever the main process says that it is time. Returns how to stop listening. */
export function startSync(): () => void {
  return listen('sync.due', ({ reason }) => void syncAll(reason))
}
