import { listen } from '../bridge.ts'
import { offerGuide } from './guide.ts'
import { syncAll } from './sync-all.ts'

/**
 * Offers the guide on the first start, syncs, and syncs again whenever the main process says that it is time.
 * Returns how to stop listening.
 */
export function startSync(): () => void {
  const stop = listen('sync.due', ({ reason }) => void syncAll(reason))
  void offerGuide().then(() => syncAll('start'))
  return stop
}
