import { onTestFinished } from 'vitest'
import { wavBytes, wavLength } from '../../server/audio/wav.ts'
import { type StandIn, startStandIn } from '../../server/stand-in.ts'

const podcast = 'day-two-devops'

export type ServedAudio = {
  standIn: StandIn
  url: string
  /** All of it, as it is served now. */
  bytes: () => Buffer
  /** From here on the address gives another file. */
  change: (seconds: number) => void
  /** The `Range` of each request for it so far; '' where there was none. */
  ranges: () => string[]
}

/** An episode's audio at the stand-in: 8,000 bytes a second. */
export async function serveAudio(seconds: number, number = 0): Promise<ServedAudio> {
  const standIn = await startStandIn({ seed: 3, podcasts: 1, episodesPerPodcast: 5 })
  onTestFinished(standIn.stop)
  const { slug } = standIn.episode(podcast, number)
  const change = (to: number): void => void standIn.change(podcast, slug, { durationSeconds: to })
  change(seconds)
  return {
    standIn,
    url: standIn.audioUrl(podcast, slug),
    bytes: () => wavOf(standIn.episode(podcast, number).durationSeconds),
    change,
    ranges: () =>
      standIn.requests.filter(({ part }) => part === 'audio').map(({ headers }) => headers.range ?? ''),
  }
}

function wavOf(seconds: number): Buffer {
  return Buffer.concat([...wavBytes(seconds, { first: 0, last: wavLength(seconds) - 1 })])
}
