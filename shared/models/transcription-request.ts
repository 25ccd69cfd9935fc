import { z } from 'zod'
import { problemCodes } from '../result.ts'
import { episodeIdSchema } from './identity.ts'

export const requestStates = [
  'waiting',
  'sending',
  /** The service took it; what the episode says of it was not read since. */
  'accepted',
  /** The episode was read since, and is not processed yet. */
  'processing',
  /** The episode is processed: its parts are there. */
  'ready',
  /** Asking again by itself would not change the answer; the person decides. */
  'failed',
  'cancelled',
] as const
export type RequestState = (typeof requestStates)[number]

/** How the episode of an accepted request is looked at again and again, until it is processed. */
const lookingSchema = z.object({
  /** Epoch milliseconds from which the two weeks count: the acceptance, or the last time a person asked for a look. */
  sinceMs: z.number().nonnegative(),
  /** How often the service answered since then. */
  looks: z.number().int().nonnegative(),
  /** Epoch milliseconds; `null` when the two weeks are over and only a person's wish brings another look. */
  nextLookAtMs: z.number().nonnegative().nullable(),
  /** The processing state in the service's own word, as it was last seen. */
  seenState: z.string().nullable(),
})
export type Looking = z.infer<typeof lookingSchema>

/**
 * A row of the outbox. An episode has one for ever, and its id is the idempotency key under which it is sent, however
 * often: what the service did once under that key it does not do twice.
 */
export const transcriptionRequestSchema = z.object({
  /** UUID v7. */
  id: z.uuid(),
  episodeId: episodeIdSchema,
  episodeTitle: z.string(),
  podcastTitle: z.string(),
  state: z.enum(requestStates),
  /** ISO 8601 UTC, when the person last asked; requests leave in that order. */
  askedAt: z.iso.datetime(),
  /** How often it was sent without a final answer. Being offline is not a try. */
  attempts: z.number().int().nonnegative(),
  /** Epoch milliseconds before which it is not sent again. */
  nextAttemptAtMs: z.number().nonnegative(),
  problem: z.object({ code: z.enum(problemCodes), message: z.string() }).nullable(),
  /** While accepted or processing; `null` else. */
  looking: lookingSchema.nullable(),
  /** Of a ready one: whether the person was told. */
  told: z.boolean(),
  /** ISO 8601 UTC, when the person took it off the list; its row stays, and with it the key. Rows of old lack it. */
  removedAt: z.iso.datetime().nullish(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type TranscriptionRequest = z.infer<typeof transcriptionRequestSchema>

/** Whether the person has it on the list still. */
export function isListed({ removedAt }: Pick<TranscriptionRequest, 'removedAt'>): boolean {
  return typeof removedAt !== 'string'
}
