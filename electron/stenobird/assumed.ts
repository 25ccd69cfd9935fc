import { z } from 'zod'
import { slugSchema } from '../../shared/models/identity.ts'

/** Everything about the API that is assumed and not known (STENOBIRD.md, A1 to A5), and nothing else. */
export const assumedAddresses = {
  /** A1. */
  podcasts: (base: string, wish: { cursor: string | null; limit: number }) => {
    const query = new URLSearchParams({ limit: String(wish.limit) })
    if (wish.cursor !== null) query.set('cursor', wish.cursor)
    return `${base}/v1/public/podcasts?${query}`
  },
  /** A2. */
  podcast: (base: string, podcastSlug: string) =>
    `${base}/v1/public/podcasts/${encodeURIComponent(podcastSlug)}`,
  /** A3. */
  episodes: (
    base: string,
    podcastSlug: string,
    wish: { cursor: string | null; limit: number; updatedSince: string | null },
  ) => {
    const query = new URLSearchParams({ limit: String(wish.limit) })
    if (wish.cursor !== null) query.set('cursor', wish.cursor)
    if (wish.updatedSince !== null) query.set('updated_since', wish.updatedSince)
    return `${assumedAddresses.podcast(base, podcastSlug)}/episodes?${query}`
  },
  /** A4. */
  episode: (base: string, podcastSlug: string, slug: string) =>
    `${assumedAddresses.podcast(base, podcastSlug)}/episodes/${encodeURIComponent(slug)}`,
  /** A5, Markdown. */
  podcastMarkdown: (base: string, podcastSlug: string) =>
    `${base}/podcast/${encodeURIComponent(podcastSlug)}.md`,
}

const text = z.string().nullish()
/** Seconds, or words for them: `"60"`, `"1:00"`. */
const time = z.union([z.number(), z.string()]).nullish()
/** Each is parsed by itself, so that a bad one costs only itself. */
const list = z.array(z.unknown()).nullish()

/** A2. */
export const wirePodcastSchema = z.object({
  slug: text,
  title: z.string().trim().min(1),
  description: text,
  author: text,
  image_url: text,
  site_url: text,
  feed_url: text,
  episode_count: z.number().int().nonnegative().nullish(),
})

/** A1's envelope. */
export const wirePodcastsSchema = z.object({
  podcasts: z.array(z.unknown()),
  next_cursor: z.string().max(2000).nullish(),
})

/** A3's envelope. */
export const wireEpisodesSchema = z.object({
  episodes: z.array(z.unknown()),
  next_cursor: z.string().max(2000).nullish(),
})

/** A4, and each episode of A3. */
export const wireEpisodeSchema = z.object({
  slug: slugSchema,
  title: z.string().trim().min(1),
  podcast: z.object({ slug: text, title: text }).nullish(),
  published_at: text,
  duration_seconds: time,
  processing_state: text,
  canonical_url: text,
  summary: text,
  topics: list,
  highlights: list,
  chapters: list,
  audio_url: text,
  image_url: text,
  updated_at: text,
  actions: list,
})

export const wireHighlightSchema = z.union([
  z.string(),
  z.object({ kind: text, text: z.string(), start_seconds: time }),
])

export const wireChapterSchema = z.object({
  start_seconds: time,
  start: time,
  timestamp: time,
  title: z.string(),
  description: text,
  summary: text,
})

export const wireActionSchema = z.object({
  method: text,
  url: text,
  href: text,
  description: text,
})
