import { meansOffline } from '../../shared/result.ts'
import { listPodcasts } from '../db/podcasts.ts'
import { syncPodcast } from './sync-podcast.ts'

export type SyncAllEnd = {
  synced: number
  /** With the message for a person; `offline` is none of them. */
  failed: { title: string; message: string }[]
  offline: boolean
  /** Whether the person stopped one. */
  stopped: boolean
}

/** Syncs every podcast, because a person asked: whether they are due or not. */
export async function syncAll(): Promise<SyncAllEnd> {
  const end: SyncAllEnd = { synced: 0, failed: [], offline: false, stopped: false }
  const podcasts = await listPodcasts()
  await Promise.all(
    podcasts.map(async ({ slug, title }) => {
      const result = await syncPodcast(slug, 'asked-with-all')
      if (result.ok) end.synced += 1
      else if (meansOffline(result.problem.code)) end.offline = true
      else if (result.problem.code === 'cancelled') end.stopped = true
      else end.failed.push({ title, message: result.problem.message })
    }),
  )
  return end
}
