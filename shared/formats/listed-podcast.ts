import { z } from 'zod'
import { slugSchema } from '../models/identity.ts'

/** A podcast whose feed is known, as a list of subscriptions names it. */
export const listedPodcastSchema = z.object({
  slug: slugSchema,
  title: z.string(),
  feedUrl: z.string(),
  siteUrl: z.string().nullable(),
})
export type ListedPodcast = z.infer<typeof listedPodcastSchema>
