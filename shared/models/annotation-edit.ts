import { z } from 'zod'
import { anchorSchema } from './anchor.ts'
import { noteContextSchema } from './note-context.ts'
import { placementSchema } from './placement.ts'
import { trackingSchema } from './tracking.ts'

/** What an act changed of a note, as it was before; a field that it left alone is absent. */
const beforeEditSchema = z.object({
  anchor: z.exactOptional(anchorSchema),
  context: z.exactOptional(noteContextSchema),
  body: z.exactOptional(z.string()),
  tags: z.exactOptional(z.array(z.string())),
  starred: z.exactOptional(z.boolean()),
  colour: z.exactOptional(z.string().min(1).nullable()),
  tracking: z.exactOptional(trackingSchema.nullable()),
  placement: z.exactOptional(placementSchema.nullable()),
  /** `null` of a note that the act deleted, an instant (ISO 8601 UTC) of one that it brought back. */
  deletedAt: z.exactOptional(z.iso.datetime().nullable()),
})
export type BeforeEdit = z.infer<typeof beforeEditSchema>

/**
 * What the person did: wrote at one note in one sitting, however much; changed many notes at once; deleted some; made one
 * what it was in an earlier version; took back an act.
 */
const editActs = ['edited', 'changed-many', 'deleted', 'restored', 'undone'] as const
export type EditAct = (typeof editActs)[number]

/**
 * One act of the person's on one note or on many, by what it replaced: all of them together are the history of each note, and
 * what can be undone, also after a restart and on another computer. Only who began a row adds to it, while a sitting lasts,
 * and what it says of a note stays: so of two copies the later one holds all that the other has.
 *
 * Its size: a sitting of writing is one row, as large as the note was before; a tag on a thousand notes is one row of 100
 * bytes a note. Ten edits a day of notes of 500 characters are 3 MB in a year.
 */
export const annotationEditSchema = z
  .object({
    /** UUID v7, which sort by when they were made. */
    id: z.uuid(),
    act: z.enum(editActs),
    /** The act that this one took back. */
    undoes: z.uuid().nullable(),
    /** Of an act on so many notes that it is written in parts: the first of them. The first itself has none. */
    partOf: z.exactOptional(z.uuid()),
    /** The notes that it changed, each once. */
    annotationIds: z.array(z.string().min(1)).min(1),
    /** One for each of them, in the same order. */
    befores: z.array(beforeEditSchema),
    /** ISO 8601 UTC, both. */
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .refine(({ annotationIds, befores }) => annotationIds.length === befores.length)
export type AnnotationEdit = z.infer<typeof annotationEditSchema>
