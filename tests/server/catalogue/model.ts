/** What the stand-in knows of a podcast; how it goes over the wire is said in `pages/`. */
export type StandInPodcast = {
  slug: string
  title: string
  description: string | null
  author: string | null
  hasImage: boolean
  /** Whether A2 names the feed. The feed itself is there in any case, and the publisher's pages name it. */
  namesItsFeed: boolean
  /** Whether its episodes carry `audio_url` in A4, which no resource that was seen does. */
  carriesAudioAddress: boolean
  wording: WireWording
  /** Stands before the number in an episode's slug: `d2do` in `d2do295-…`. */
  episodeCode: string
  updatedAt: string
}

/** Ways in which A3 and A4 may word highlights and chapters: nobody has seen the real one. */
export type WireWording = 'plain' | 'structured' | 'clock'

export const audioOffers = [
  'audio-element',
  'source-element',
  'og-audio',
  'twitter-player-stream',
  'json-ld-podcast-episode',
  'json-ld-audio-object',
  'link-to-mp3',
  'link-to-wav',
  'feed-only',
  'none',
] as const
/** How the publisher's page of an episode leads to its audio. `link-to-mp3` goes there by a redirect. */
export type AudioOffer = (typeof audioOffers)[number]

export type StandInHighlight = { kind: string; text: string; startSeconds: number }
export type StandInChapter = { startSeconds: number; title: string; description: string }

/** An episode with all its parts. Which of them are shown depends on its state: see `pages/parts.ts`. */
export type StandInEpisode = {
  podcastSlug: string
  slug: string
  /** Counts up within the podcast; the newest has the highest. */
  number: number
  title: string
  /** ISO 8601 UTC. */
  publishedAt: string
  /** ISO 8601 UTC, whole seconds. */
  updatedAt: string
  durationSeconds: number
  processingState: string
  hasCanonicalPage: boolean
  audioOffer: AudioOffer
  summary: string
  topics: string[]
  highlights: StandInHighlight[]
  chapters: StandInChapter[]
}
