import { z } from 'zod'
import { episodeIdSchema } from './identity.ts'

const downloadStates = ['queued', 'running', 'complete', 'failed'] as const

/** A download as the main process knows it. Where its file lies stays there. */
export const downloadSchema = z.object({
  episodeId: episodeIdSchema,
  title: z.string(),
  state: z.enum(downloadStates),
  receivedBytes: z.number().int().nonnegative(),
  /** `null` when the server did not say. */
  totalBytes: z.number().int().nonnegative().nullable(),
  /** Why it failed, for a person. */
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type Download = z.infer<typeof downloadSchema>
