import { meansOffline } from '../../shared/result.ts'
import { listPodcasts } from '../db/podcasts.ts'
import { syncPodcast } from './sync-podcast.ts'

export type SyncAllEnd = {
  synced: number
  /** By slug, with the message for a person; `offline` is none of them. */
  failed: { podcastSlug: string; message: string }[]
  offline: boolean
  /** Whether the person stopped one. */
  stopped: boolean
}

/** Syncs every podcast, because a person asked: whether they are due or not. */
export async function syncAll(): Promise<SyncAllEnd> {
  return syncPodcasts((await listPodcasts()).map(({ slug }) => slug))
}

export async function syncPodcasts(podcastSlugs: readonly string[]): Promise<SyncAllEnd> {
  const end: SyncAllEnd = { synced: 0, failed: [], offline: false, stopped: false }
  await Promise.all(
    podcastSlugs.map(async (podcastSlug) => {
      const result = await syncPodcast(podcastSlug, 'due')
      if (result.ok) end.synced += 1
      else if (meansOffline(result.problem.code)) end.offline = true
      else if (result.problem.code === 'cancelled') end.stopped = true
      else end.failed.push({ podcastSlug, message: result.problem.message })
    }),
  )
  return end
}
