import { z } from 'zod'
import { episodeIdSchema } from './identity.ts'

/** Who asked for it: the person, or the choice that new episodes of its podcast are downloaded. */
export const downloadAskers = ['person', 'automatic'] as const
export type DownloadAsker = (typeof downloadAskers)[number]

const downloadStates = ['queued', 'running', 'paused', 'complete', 'failed'] as const

/** A download as the main process keeps it. Where its file lies stays there. */
export const keptDownloadSchema = z.object({
  episodeId: episodeIdSchema,
  title: z.string(),
  state: z.enum(downloadStates),
  receivedBytes: z.number().int().nonnegative(),
  /** `null` when the server did not say. */
  totalBytes: z.number().int().nonnegative().nullable(),
  /** Why it failed, or cannot go on where it was paused, for a person. */
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** Lists of earlier versions lack it. */
  askedBy: z.enum(downloadAskers).default('person'),
})

/** The same, as the page sees it. */
export type Download = z.infer<typeof keptDownloadSchema> & {
  /** Over the last seconds; `null` while it does not run, or has only begun. */
  bytesPerSecond: number | null
}
