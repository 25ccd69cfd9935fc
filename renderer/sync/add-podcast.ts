import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { followPodcast } from '../db/podcasts.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import type { PassEnd } from './pass-parts.ts'
import { passWords } from './pass-words.ts'
import { syncPodcast } from './sync-podcast.ts'

/** The gate takes no more; what is longer names nothing, and its beginning is enough to say so. In characters. */
const longestAddress = 4000

export type AddedPodcast = {
  podcastSlug: string
  /** The episode, when the address was one of an episode. */
  episodeId: EpisodeId | null
  alreadyFollowed: boolean
}

/**
 * Follows what a person's address or slug names. Its sync has begun when this returns, and `useSyncProgress`
 * tells how it goes; one that is followed already is synced again. `stop` lets go of what is being asked, at once.
 */
export async function addPodcast(text: string, stop?: AbortSignal): Promise<Result<AddedPodcast>> {
  const lookedUp = await call('podcast.look-up', { text: text.slice(0, longestAddress) }, stop)
  if (!lookedUp.ok) return lookedUp
  if (stop?.aborted) return failure('cancelled', 'Stopped before anything was added.')
  const { podcast, episode } = lookedUp.value
  try {
    const followed = await followPodcast(lookedUp.value, new Date().toISOString())
    void syncPodcast(podcast.slug, 'asked').then((result) => announceArrival(podcast.title, result))
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

function announceArrival(title: string, result: Result<PassEnd>): void {
  if (result.ok) {
    announce(passWords(title, result.value))
  } else if (result.problem.code !== 'cancelled') {
    announceFailure(`${title} could not be read whole. ${result.problem.message}`)
  }
}
