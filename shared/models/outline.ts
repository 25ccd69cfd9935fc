import { z } from 'zod'
import type { Podcast } from './podcast.ts'

/** A podcast as a list of subscriptions (OPML) names it. */
export const outlineSchema = z.object({
  title: z.string().max(2000),
  /** http or https, as are both. */
  feedUrl: z.string().max(4000),
  siteUrl: z.string().max(4000).nullable(),
})
export type Outline = z.infer<typeof outlineSchema>

/** More than anybody follows. */
export const mostOutlines = 5000

/** What the service knows of an outline, by its number in the list. */
export type FoundOutline = {
  index: number
  podcast: Podcast
  /** `title`: one of the same name, of which the service tells another feed, or none. */
  by: 'feed' | 'title'
}

/** `isWhole`: every podcast of the service was compared. */
export type FoundOutlines = { found: FoundOutline[]; isWhole: boolean }
