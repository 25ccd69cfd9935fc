import { z } from 'zod'
import { episodeIdSchema } from './identity.ts'

const seconds = z.number().nonnegative()

/** ISO 8601 UTC, both. */
const stamped = { createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() }

/**
 * What was heard of an episode in one sitting: on one day, by one run of the app. Only that run writes the row, and only
 * adds to it, so that of two copies the later one holds all that the other has.
 */
const playedSchema = z.object({
  /** UUID v7, as are all ids here. */
  id: z.uuid(),
  how: z.literal('played'),
  episodeId: episodeIdSchema,
  /** The person's calendar day. */
  day: z.iso.date(),
  /** Of the audio, in order and apart, to a tenth of a second. */
  intervals: z.array(z.tuple([seconds, seconds])),
  /** How long it took: less than the audio at a higher speed, more when something was heard twice. */
  spentSeconds: seconds,
  /** Where it stopped. */
  endSeconds: seconds,
  ...stamped,
})
export type PlayedSitting = z.infer<typeof playedSchema>

/** That the person said of a stretch that they have heard it, or have not. To take it back is to delete the row. */
const markedSchema = z.object({
  id: z.uuid(),
  how: z.literal('marked'),
  episodeId: episodeIdSchema,
  as: z.enum(['heard', 'unheard']),
  startSeconds: seconds,
  endSeconds: seconds,
  ...stamped,
})
export type HeardMark = z.infer<typeof markedSchema>

/**
 * Everything up to where the person was, of an episode that was played while only its position was kept. What was skipped is
 * not known of it, so it is in no statistics.
 */
const assumedSchema = z.object({
  id: z.uuid(),
  how: z.literal('assumed'),
  episodeId: episodeIdSchema,
  endSeconds: seconds,
  ...stamped,
})

/** What is known of having heard an episode, piece by piece: all pieces of an episode together tell. */
export const heardSchema = z.discriminatedUnion('how', [playedSchema, markedSchema, assumedSchema])
export type HeardPiece = z.infer<typeof heardSchema>
