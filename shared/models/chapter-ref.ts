import { z } from 'zod'

/** A chapter of an episode as it was when a person named it, so that it is found again when the service moves its chapters. */
export const chapterRefSchema = z.object({
  /** On the resource's clock. */
  startSeconds: z.number().nonnegative(),
  title: z.string(),
})
export type ChapterRef = z.infer<typeof chapterRefSchema>

/** What the person said of a chapter: that it is skipped, or that it plays although a rule would skip it. */
export const chapterSkipSchema = chapterRefSchema.extend({ skip: z.boolean() })
export type ChapterSkip = z.infer<typeof chapterSkipSchema>
