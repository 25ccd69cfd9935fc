import type { SyncReason } from '../../shared/ipc/contract.ts'
import { meansOffline } from '../../shared/result.ts'
import { useConnectivity } from '../connectivity/store.ts'
import { listPodcasts } from '../db/podcasts.ts'
import { listSyncs, serviceNotBeforeMs } from '../db/syncs.ts'
import { syncPodcast } from './sync-podcast.ts'

type SyncAllEnd = {
  synced: number
  /** By slug, with the message for a person; `offline` is none of them. */
  failed: { podcastSlug: string; message: string }[]
  offline: boolean
}

/**
 * Syncs every podcast, those first that wait longest. Unless a person asked, the service is left alone while it
 * cannot be reached; while it has asked to be left alone, it is, whoever asks.
 */
export async function syncAll(reason: SyncReason | 'asked'): Promise<SyncAllEnd> {
  const [podcasts, syncs, notBeforeMs] = await Promise.all([
    listPodcasts(),
    listSyncs(),
    serviceNotBeforeMs(Date.now()),
  ])
  const syncedAt = new Map(syncs.map((sync) => [sync.podcastSlug, sync.lastSyncedAt ?? '']))
  const leaveServiceAlone =
    notBeforeMs > Date.now() || (reason !== 'asked' && !useConnectivity.getState().online)
  const due = podcasts
    .filter((podcast) => podcast.source === 'guide' || !leaveServiceAlone)
    .map((podcast) => podcast.slug)
    .sort((one, other) => ((syncedAt.get(one) ?? '') < (syncedAt.get(other) ?? '') ? -1 : 1))

  const end: SyncAllEnd = { synced: 0, failed: [], offline: false }
  await Promise.all(
    due.map(async (podcastSlug) => {
      const result = await syncPodcast(podcastSlug)
      if (result.ok) end.synced += 1
      else if (meansOffline(result.problem.code)) end.offline = true
      else if (result.problem.code !== 'cancelled') {
        end.failed.push({ podcastSlug, message: result.problem.message })
      }
    }),
  )
  return end
}
