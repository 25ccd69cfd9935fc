import { z } from 'zod'
import { problemCodes } from '../result.ts'
import { episodeIdSchema } from './identity.ts'

export const requestStates = ['waiting', 'sending', 'accepted', 'failed', 'cancelled'] as const
export type RequestState = (typeof requestStates)[number]

/** A row of the outbox. Its id is the idempotency key under which it is sent, however often. */
export const transcriptionRequestSchema = z.object({
  /** UUID v7: ids sort by when they were made, and requests leave in that order. */
  id: z.uuid(),
  episodeId: episodeIdSchema,
  episodeTitle: z.string(),
  podcastTitle: z.string(),
  state: z.enum(requestStates),
  /** How often it was sent without a final answer. Being offline is not a try. */
  attempts: z.number().int().nonnegative(),
  /** Epoch milliseconds before which it is not sent again. */
  nextAttemptAtMs: z.number().nonnegative(),
  problem: z.object({ code: z.enum(problemCodes), message: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type TranscriptionRequest = z.infer<typeof transcriptionRequestSchema>
