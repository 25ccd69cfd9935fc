import { z } from 'zod'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { guideSlug } from '../../shared/models/podcast.ts'
import { call } from '../bridge.ts'
import { recall } from '../db/memory.ts'
import { followPodcastOnce } from '../db/podcasts.ts'

/** The guide by its first part, which is what a newcomer is shown. */
const guideAddress = `${guideSlug}/finding-your-way`
const offeredKey = 'guide-offered'

/**
 * Puts the guide that ships with the app into the library, once ever: one that the person removed does not come
 * back by itself. It takes the way of every podcast; only its source is on this machine. Gives the episode to begin
 * with when it was put there now.
 */
export async function offerGuide(): Promise<EpisodeId | null> {
  if ((await recall(offeredKey, z.literal(true))) !== null) return null
  const lookedUp = await call('podcast.look-up', { text: guideAddress })
  if (!lookedUp.ok) return null
  const followed = await followPodcastOnce(lookedUp.value, new Date().toISOString(), offeredKey)
  return followed === 'added' ? (lookedUp.value.episode?.id ?? null) : null
}
