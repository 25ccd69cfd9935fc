import { z } from 'zod'
import { anchorSchema } from './anchor.ts'
import { episodeIdSchema } from './identity.ts'
import { noteContextSchema } from './note-context.ts'
import { originSchema } from './origin.ts'
import { type Placement, placementSchema } from './placement.ts'
import { normalTags } from './tags.ts'
import { type Tracking, trackingSchema } from './tracking.ts'

export type { Anchor } from './anchor.ts'

/**
 * A note of the person's as it is stored, in the database, the second home and archives alike. Schema versions before 11 did
 * not write what is optional here; such a row stays as it is, so that it is the same row wherever it lies, and
 * `annotationOf` reads it.
 */
export const annotationRowSchema = z.object({
  /** UUID v7, made on this machine. */
  id: z.uuid(),
  episodeId: episodeIdSchema,
  anchor: anchorSchema,
  /** Markdown. A note without words is a mark. */
  body: z.string(),
  context: noteContextSchema,
  tags: z.exactOptional(z.array(z.string())),
  starred: z.exactOptional(z.boolean()),
  /** One of `annotationColours`, or of those of a newer version (`knownColour`). */
  colour: z.exactOptional(z.string().min(1).nullable()),
  tracking: z.exactOptional(trackingSchema.nullable()),
  placement: z.exactOptional(placementSchema.nullable()),
  /** Of one that was imported from another program. */
  origin: z.exactOptional(originSchema),
  /** ISO 8601 UTC, all three. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
})
export type AnnotationRow = z.infer<typeof annotationRowSchema>

/** A note, or a mark, on something in an episode. */
export type Annotation = AnnotationRow & {
  /** Each once (`tags.ts`). */
  tags: string[]
  starred: boolean
  colour: string | null
  tracking: Tracking | null
  placement: Placement | null
}

/** A stored note with all its parts, and with what a newer version added to it. */
export function annotationOf(row: AnnotationRow): Annotation {
  return {
    ...row,
    tags: normalTags(row.tags ?? []),
    starred: row.starred ?? false,
    colour: row.colour ?? null,
    tracking: row.tracking ?? null,
    placement: row.placement ?? null,
  }
}

/** What a person makes of a note, and an act of theirs can change. */
export type AnnotationContent = Pick<
  Annotation,
  'anchor' | 'context' | 'body' | 'tags' | 'starred' | 'colour' | 'tracking' | 'placement'
>
