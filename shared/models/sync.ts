import { z } from 'zod'
import type { Episode } from './episode.ts'
import { episodeIdSchema, slugSchema } from './identity.ts'
import { type Podcast, type ReadingPath, readingPaths, sourceIds } from './podcast.ts'

/** In characters: room for what is kept of the pages of some two thousand episodes. One that is longer is not kept. */
export const longestValidator = 250_000

/** Clocks of one service differ by this much at most, and a change is visible at most this long after its instant. */
export const serviceLeewayMs = 120_000

/** The page asks for one page of a podcast, from where its last committed one ended. */
export const pullRequestSchema = z.object({
  source: z.enum(sourceIds),
  podcastSlug: slugSchema,
  /** Opaque to the page: what the last page of this pass gave as `nextCursor`; `null` begins a pass. */
  cursor: z.string().max(16_000).nullable(),
  /** The newest `updatedAt` of the last whole pass. `null` asks for everything, when there is no `validator` either. */
  updatedSince: z.iso.datetime().nullable(),
  /**
   * What the last whole pass gave as `validator`, so that an unchanged podcast costs no body. It names on its own from
   * where that pass vouches for everything, so a pass that is to see every episode comes without it.
   */
  validator: z.string().max(longestValidator).nullable(),
  /** How it was read last, so that a road known to be closed is not tried first. */
  path: z.enum(readingPaths).nullable(),
  /** For a podcast that is only known by single episodes: those to be read again. */
  episodeSlugs: z.array(slugSchema).max(10_000),
})
export type PullRequest = z.infer<typeof pullRequestSchema>

/** An episode that stood on the page and could not be read. */
export type BrokenEpisode = { slug: string | null; reason: string }

export type PulledPage = {
  /** Nothing changed since `validator` was given; the rest is empty. */
  unchanged: boolean
  /** Only on the first page of a pass, and when the service told about the podcast itself. */
  podcast: Podcast | null
  episodes: Episode[]
  /** Episodes that stand on the page as they were when they were last read; they are not in `episodes`. */
  unchangedSlugs: string[]
  broken: BrokenEpisode[]
  /** `null` on the last page of a pass. */
  nextCursor: string | null
  validator: string | null
  path: ReadingPath
  /** When the service says it answered the first page of a pass: ISO 8601 UTC. */
  servedAt: string | null
  /**
   * For how long, counted from now, the service says that its answer stays as it is (`Cache-Control`); 0 when it is
   * to be asked every time. `null` when it says nothing, and on all but the first page of a pass.
   */
  freshForSeconds: number | null
  /** How many episodes the whole pass will bring, when that is known. */
  expectedEpisodes: number | null
}

/** The page asks for one episode by itself, past any list. */
export const episodeRequestSchema = z.object({ source: z.enum(sourceIds), episodeId: episodeIdSchema })
export type EpisodeRequest = z.infer<typeof episodeRequestSchema>

/** `gone`: its source answered, and says that there is no such episode (any more). */
export type ReadEpisode = { kind: 'read'; episode: Episode } | { kind: 'gone' }

/** What an address that a person pasted turned out to be. */
export type LookedUp = {
  podcast: Podcast
  path: ReadingPath
  /** The episode, when the address was one of an episode. */
  episode: Episode | null
}
