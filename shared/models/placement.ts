import { z } from 'zod'
import { anchorSchema } from './anchor.ts'
import { noteContextSchema } from './note-context.ts'

const sureness = z.number().min(0).max(1)

/** By what a note was found again. */
const placedBy = ['quote', 'chapter', 'time'] as const

/** What the service did to what the note was made on. */
const changesOfPlace = [
  'highlight-reworded',
  'highlight-gone',
  'chapter-moved',
  'chapter-renamed',
  'chapter-gone',
  'audio-shifted',
] as const

/**
 * How a note followed a change of its episode. The note's own `anchor` and `context` say where it is now; one that is
 * `unplaced` has them as they were, and waits for the person. `null` in a note: it stands as the person made it, or as they
 * placed it since.
 */
export const placementSchema = z.object({
  how: z.enum([...placedBy, 'unplaced']),
  /** 0 to 1; of one that is unplaced, that of the suggestion, or 0. */
  sureness,
  causes: z.array(z.enum(changesOfPlace)),
  /**
   * As the person made it, however often it was placed since: every placing starts from here, so that small errors do not
   * add up, and one that turns out wrong can be taken back.
   */
  was: z.object({ anchor: anchorSchema, context: noteContextSchema }),
  /** Of one that is unplaced: where it may belong. */
  suggestion: z.object({ anchor: anchorSchema, how: z.enum(placedBy), sureness }).nullable(),
  /** ISO 8601 UTC. */
  placedAt: z.iso.datetime(),
})
export type Placement = z.infer<typeof placementSchema>
