import { z } from 'zod'
import { slugSchema } from './identity.ts'

/** Who answers for a podcast: the Stenobird API, or the guide that ships with the app. */
export const sourceIds = ['stenobird', 'guide'] as const
export type SourceId = (typeof sourceIds)[number]

/** The podcast that ships with the app, which no service knows. */
export const guideSlug = 'earmark-field-guide'

export const podcastSchema = z.object({
  slug: slugSchema,
  source: z.enum(sourceIds),
  title: z.string(),
  description: z.string(),
  author: z.string(),
  imageUrl: z.string().nullable(),
  siteUrl: z.string().nullable(),
  feedUrl: z.string().nullable(),
  /** As the service counts them. */
  episodeCount: z.number().int().nonnegative().nullable(),
})
export type Podcast = z.infer<typeof podcastSchema>

/** By which road a podcast is read (rows of STENOBIRD.md: A3 with A4, A5 with K2, K2 alone, K1). */
export const readingPaths = ['api', 'markdown-list', 'single-episodes', 'guide'] as const
export type ReadingPath = (typeof readingPaths)[number]
