import { z } from 'zod'

/**
 * Where an episode's audio is. A page of ours only ever names these; the path of a file stays in the
 * main process.
 */
export const audioLocationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remote'), url: z.url({ protocol: /^https?$/ }) }),
  /** Ships with the app, by the name of its file. */
  z.object({ kind: z.literal('bundled'), name: z.string().regex(/^[a-z0-9-]+\.mp3$/) }),
  /** A file that the person chose; the main process knows its path by this id. */
  z.object({ kind: z.literal('local'), fileId: z.uuid(), name: z.string() }),
])
export type AudioLocation = z.infer<typeof audioLocationSchema>

/** How the audio was found; shown to the person. */
const audioOrigins = ['resource', 'feed', 'page', 'person', 'guide'] as const
export type AudioOrigin = (typeof audioOrigins)[number]

/** By what an item of a feed was known to be the episode, the surest first. */
export const feedMatchRules = ['guid', 'link', 'title'] as const
export type FeedMatchRule = (typeof feedMatchRules)[number]

const foundAudioSchema = z.object({
  location: audioLocationSchema,
  origin: z.enum(audioOrigins),
  /** Of what was found in a feed. */
  matchedBy: z.enum(feedMatchRules).optional(),
})
export type FoundAudio = z.infer<typeof foundAudioSchema>

/**
 * Whether what is heard at a moment is what is there at that moment. An MP3 of a varying bit rate that is streamed does not
 * say where its moments are: a jump lands up to minutes beside.
 */
export type AudioTiming = 'exact' | 'estimated'

export type OpenedAudio = {
  url: string
  /** `unknown` of a stream; `audio.timing` finds it out. */
  timing: AudioTiming | 'unknown'
}

/** What is known of an episode whose audio is looked for. */
export type WantedAudio = {
  /** As its resource names it. */
  audio: AudioLocation | null
  canonicalUrl: string | null
  /** Of its podcast. */
  feedUrl: string | null
  title: string
  /** ISO 8601 UTC. */
  publishedAt: string | null
  durationSeconds: number | null
}
