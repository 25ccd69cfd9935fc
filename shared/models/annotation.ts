import { z } from 'zod'
import { highlightKinds } from './episode.ts'
import { episodeIdSchema } from './identity.ts'

/**
 * What a note points at. Beside the time it keeps what stood there when it was written, so that it can be
 * placed again when the service changes the episode (ARCHITECTURE.md, "Anchoring").
 */
const anchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moment'), startSeconds: z.number().nonnegative() }),
  z.object({
    kind: z.literal('highlight'),
    highlightKind: z.enum(highlightKinds),
    quote: z.string(),
    startSeconds: z.number().nonnegative().optional(),
  }),
])
export type Anchor = z.infer<typeof anchorSchema>

/** A note of the person's, on a moment or on a highlight. */
export const annotationSchema = z.object({
  /** UUID v7, made on this machine. */
  id: z.uuid(),
  episodeId: episodeIdSchema,
  anchor: anchorSchema,
  /** Markdown. */
  body: z.string(),
  /** What it was made on, kept for the day the episode is reworded or withdrawn. */
  context: z.object({
    episodeTitle: z.string(),
    podcastTitle: z.string(),
    chapterTitle: z.string().nullable(),
    chapterStartSeconds: z.number().nullable(),
    durationSeconds: z.number().nullable(),
  }),
  /** ISO 8601 UTC, all three. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
})
export type Annotation = z.infer<typeof annotationSchema>
