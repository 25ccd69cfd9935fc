import { z } from 'zod'
import { notedEpisodeSchema } from '../archive/parts.ts'
import { listedPodcastSchema } from '../formats/listed-podcast.ts'

/** A piece of an export, as the worker sends it. */
export const exportPartSchema = z.object({
  episodes: z.array(notedEpisodeSchema),
  podcasts: z.exactOptional(z.array(listedPodcastSchema)),
})
export type ExportPart = z.infer<typeof exportPartSchema>
