import type { StandIn } from '../../server/stand-in.ts'
import { measureFirstSync } from '../app/measure-app.ts'
import { median } from '../machine/quantile.ts'
import { gpodderVersion, subscribeSeconds } from './measure-gpodder.ts'
import { withShowNotes } from './show-notes.ts'

export type PeersPlan = { standIn: StandIn; episodes: number; rounds: number; say: (line: string) => void }

export type PeerMeasures = {
  episodes: number
  earmarkSeconds: number
  /** In seconds; `null` where gPodder is not installed. */
  gpodder: { sameParts: number; summariesOnly: number } | null
}

/** Earmark's first sync of one podcast and gPodder's first reading of its feed, in turn; medians of the rounds. */
export async function measurePeers({ standIn, episodes, rounds, say }: PeersPlan): Promise<PeerMeasures> {
  const podcast = standIn.podcasts[0]
  if (podcast === undefined) throw new Error('There is no podcast to compare by.')
  const bare = Array.from({ length: episodes }, (_, index) => standIn.episode(podcast.slug, index))
  const full = bare.map(withShowNotes)
  const version = await gpodderVersion()
  if (version === null) say('gPodder is not installed, so there is nothing to hold the first sync against')

  const seconds: Record<'earmark' | 'sameParts' | 'summariesOnly', number[]> = {
    earmark: [],
    sameParts: [],
    summariesOnly: [],
  }
  for (let round = 0; round < rounds; round += 1) {
    const cost = await measureFirstSync(standIn, podcast.slug)
    seconds.earmark.push(cost.seconds)
    say(`first sync of ${episodes}, round ${round + 1}: Earmark ${cost.seconds.toFixed(2)} s`)
    if (version === null) continue
    const sameParts = await subscribeSeconds(podcast, full)
    const summariesOnly = await subscribeSeconds(podcast, bare)
    seconds.sameParts.push(sameParts)
    seconds.summariesOnly.push(summariesOnly)
    say(
      `gPodder ${version}: ${sameParts.toFixed(2)} s with the same parts, ${summariesOnly.toFixed(2)} s with summaries`,
    )
  }
  return {
    episodes,
    earmarkSeconds: median(seconds.earmark),
    gpodder:
      version === null
        ? null
        : { sameParts: median(seconds.sameParts), summariesOnly: median(seconds.summariesOnly) },
  }
}
