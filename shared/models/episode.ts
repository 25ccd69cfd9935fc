import { z } from 'zod'
import { audioLocationSchema } from './audio.ts'
import { episodeIdSchema, slugSchema } from './identity.ts'

export const highlightKinds = ['main-idea', 'practical-takeaway', 'failure-mode', 'other'] as const
export type HighlightKind = (typeof highlightKinds)[number]

const highlightSchema = z.object({
  kind: z.enum(highlightKinds),
  text: z.string(),
  /** For `other`: the kind as the service worded it ("Open question"); absent when it named none. */
  label: z.string().optional(),
  startSeconds: z.number().nonnegative().optional(),
})
export type Highlight = z.infer<typeof highlightSchema>

const chapterSchema = z.object({
  startSeconds: z.number().nonnegative(),
  title: z.string(),
  /** Empty when there is none. */
  description: z.string(),
})
export type Chapter = z.infer<typeof chapterSchema>

const actionSchema = z.object({
  method: z.string(),
  url: z.string(),
  description: z.string(),
})
export type EpisodeAction = z.infer<typeof actionSchema>

/** One thing that could not be read, in words for a person. */
const warningSchema = z.object({ where: z.string(), reason: z.string() })
export type ReadingWarning = z.infer<typeof warningSchema>

/** The one processing state in which an episode has all its parts. */
export const processedState = 'processed'

/** An episode as the service describes it, in our words. Nothing here was made by the person. */
export const episodeSchema = z.object({
  id: episodeIdSchema,
  podcastSlug: slugSchema,
  slug: slugSchema,
  title: z.string(),
  podcastTitle: z.string(),
  /** ISO 8601 UTC; `null` when the service gave none that could be read. */
  publishedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().nonnegative().nullable(),
  /** As it came; see `processedState`. */
  processingState: z.string(),
  /** The episode's page at its publisher; http or https. */
  canonicalUrl: z.string().nullable(),
  summary: z.string(),
  topics: z.array(z.string()),
  highlights: z.array(highlightSchema),
  /** In order of their start. */
  chapters: z.array(chapterSchema),
  actions: z.array(actionSchema),
  audio: audioLocationSchema.nullable(),
  imageUrl: z.string().nullable(),
  /** ISO 8601 UTC, of the resource. */
  updatedAt: z.iso.datetime().nullable(),
  warnings: z.array(warningSchema),
})
export type Episode = z.infer<typeof episodeSchema>
