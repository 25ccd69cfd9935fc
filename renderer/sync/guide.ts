import { z } from 'zod'
import { call } from '../bridge.ts'
import { recall } from '../db/memory.ts'
import { followPodcastOnce } from '../db/podcasts.ts'

const guideSlug = 'earmark-field-guide'
const offeredKey = 'guide-offered'

/**
 * Puts the guide that ships with the app into the library, once ever: one that the person removed does not come
 * back by itself. It takes the way of every podcast; only its source is on this machine.
 */
export async function offerGuide(): Promise<void> {
  if ((await recall(offeredKey, z.literal(true))) !== null) return
  const lookedUp = await call('podcast.look-up', { text: guideSlug })
  if (!lookedUp.ok) return
  await followPodcastOnce(lookedUp.value, new Date().toISOString(), offeredKey)
}
