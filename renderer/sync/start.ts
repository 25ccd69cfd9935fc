import type { EpisodeId } from '../../shared/models/identity.ts'
import { listen } from '../bridge.ts'
import { offerGuide } from './guide.ts'
import { syncAll } from './sync-all.ts'

/**
 * Offers the guide on the first start, and syncs whenever the main process says that it is time.
 * Returns how to stop listening.
 */
export function startSync(showFirst: (guide: EpisodeId) => void): () => void {
  const stop = listen('sync.due', ({ reason }) => void syncAll(reason))
  void offerGuide().then((guide) => {
    if (guide === null) return
    showFirst(guide)
    void syncAll('start')
  })
  return stop
}
