import type { EpisodeId } from '../../shared/models/identity.ts'
import { type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { followPodcast } from '../db/podcasts.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { syncPodcast } from './sync-podcast.ts'

export type AddedPodcast = {
  podcastSlug: string
  /** The episode, when the address was one of an episode. */
  episodeId: EpisodeId | null
  alreadyFollowed: boolean
}

/**
 * Follows what a person's address or slug names. Its sync has begun when this returns, and `useSyncProgress`
 * tells how it goes; one that is followed already is synced again.
 */
export async function addPodcast(text: string): Promise<Result<AddedPodcast>> {
  const lookedUp = await call('podcast.look-up', { text })
  if (!lookedUp.ok) return lookedUp
  const { podcast, episode } = lookedUp.value
  try {
    const followed = await followPodcast(lookedUp.value, new Date().toISOString())
    void syncPodcast(podcast.slug)
    return success({
      podcastSlug: podcast.slug,
      episodeId: episode?.id ?? null,
      alreadyFollowed: followed === 'already-followed',
    })
  } catch (error) {
    const problem = storageProblem(error)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}
