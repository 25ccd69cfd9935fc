import { z } from 'zod'
import { anchorSchema } from './anchor.ts'
import { noteContextSchema } from './note-context.ts'

const sureness = z.number().min(0).max(1)

/** By what a note was found again. */
const placedBy = ['quote', 'chapter', 'time'] as const
export type PlacedBy = (typeof placedBy)[number]

/** What the service did to what the note was made on. */
const changesOfPlace = [
  'highlight-reworded',
  'highlight-moved',
  'highlight-of-another-kind',
  'highlight-gone',
  'chapter-moved',
  'chapter-renamed',
  'chapter-gone',
  'audio-shifted',
  'audio-shortened',
] as const
export type ChangeOfPlace = (typeof changesOfPlace)[number]

/**
 * How a note follows a change of its episode. The stored note keeps its `anchor` and `context` as the person made them,
 * always; where they are now is found from them and the episode (`shared/anchoring`), lies beside the notes (`PlacementRow`) and
 * is laid over a note when it is read. So no machine's write competes with a person's when two computers are merged.
 *
 * Only what the person decided is stored in a note: `left`, that it stays as it is although it could not be placed. A note that
 * they place by hand has a new `anchor` and `context`, and no placement.
 */
export const placementSchema = z.object({
  how: z.enum([...placedBy, 'unplaced', 'left']),
  /** 0 to 1; of one that is not placed, that of the suggestion, or 0. */
  sureness,
  causes: z.array(z.enum(changesOfPlace)),
  /**
   * As the person made it, however often it was placed since: every placing starts from here, so that small errors do not
   * add up, and an episode that is again as it was has its notes where they were.
   */
  was: z.object({ anchor: anchorSchema, context: noteContextSchema }),
  /** Of one that is not placed: where it may belong. */
  suggestion: z.object({ anchor: anchorSchema, how: z.enum(placedBy), sureness }).nullable(),
  /** ISO 8601 UTC. */
  placedAt: z.iso.datetime(),
})
export type Placement = z.infer<typeof placementSchema>
