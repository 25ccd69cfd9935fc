import { z } from 'zod'

/** A chapter of an episode as it was when a person named it, so that it is found again when the service moves its chapters. */
const chapterRefSchema = z.object({
  /** On the resource's clock. */
  startSeconds: z.number().nonnegative(),
  title: z.string(),
})
export type ChapterRef = z.infer<typeof chapterRefSchema>
