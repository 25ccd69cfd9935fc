import { startStandIn } from '../server/stand-in.ts'
import { measureApp, profileFirstSync } from './app/measure-app.ts'
import { measureApplying } from './applying/measure-applying.ts'
import type { Figure } from './figure.ts'
import { measurePeers } from './peers/measure-peers.ts'
import { syncFigures } from './sync-figures.ts'

export type SyncPlan = {
  seed: number
  /** Episodes in all. */
  size: number
  rounds: number
  /** Where to write what takes the time; a first sync of its own is recorded for it. */
  profileFolder: string | null
  say: (line: string) => void
}

/** A fifth of 50,000 is what gPodder is given. */
const podcasts = 5

/** Measures a first sync, an unchanged one, the writing alone, and a peer, all in one run on the same episodes. */
export async function benchSync({ seed, size, rounds, profileFolder, say }: SyncPlan): Promise<Figure[]> {
  const episodesPerPodcast = Math.max(1, Math.round(size / podcasts))
  const standIn = await startStandIn({ seed, podcasts, episodesPerPodcast })
  const podcastSlugs = standIn.podcasts.map(({ slug }) => slug)
  try {
    // First, since it reads the whole catalogue and so leaves the stand-in warm.
    const applying = await measureApplying({ apiBaseUrl: standIn.url, podcastSlugs, rounds, say })
    if (profileFolder !== null) await profileFirstSync({ standIn, podcastSlugs, say }, profileFolder)
    const app = await measureApp({ standIn, podcastSlugs, say })
    const peers = await measurePeers({ standIn, episodes: episodesPerPodcast, rounds, say })
    return syncFigures({ episodes: episodesPerPodcast * podcasts, applying, app, peers })
  } finally {
    await standIn.stop()
  }
}
