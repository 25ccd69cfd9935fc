import { z } from 'zod'

/** What a note was made on, kept for the day the episode is reworded or withdrawn. */
export const noteContextSchema = z.object({
  episodeTitle: z.string(),
  podcastTitle: z.string(),
  chapterTitle: z.string().nullable(),
  chapterStartSeconds: z.number().nullable(),
  durationSeconds: z.number().nullable(),
})
export type NoteContext = z.infer<typeof noteContextSchema>
