import { z } from 'zod'
import { notedEpisodeSchema } from '../archive/parts.ts'

/** A piece of an export, as the worker sends it. */
export const exportPartSchema = z.object({ episodes: z.array(notedEpisodeSchema) })
export type ExportPart = z.infer<typeof exportPartSchema>
