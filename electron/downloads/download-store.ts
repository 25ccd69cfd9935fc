import { createHash } from 'node:crypto'
import { z } from 'zod'
import { audioLocationSchema } from '../../shared/models/audio.ts'
import { type Download, keptDownloadSchema } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { problemCodes } from '../../shared/result.ts'

/** A download as it lies on the disk. Lists of earlier versions lack what has a default. */
const storedDownloadSchema = keptDownloadSchema.extend({
  location: audioLocationSchema,
  /** So many bytes of the partial file are flushed, and of the file that `validator` names. */
  keptBytes: z.number().int().nonnegative().default(0),
  /** For `If-Range`; `null` where the server gives nothing to know the file by. */
  validator: z.string().nullable().default(null),
  problemCode: z.enum(problemCodes).nullable().catch(null).default(null),
})
export type StoredDownload = z.infer<typeof storedDownloadSchema>
export const storedDownloadsSchema = z.array(storedDownloadSchema)

/** Slugs can be longer than file names may be, and differ only in what a file system folds together; a digest cannot. */
export function fileNameFor(episodeId: EpisodeId, ending: string): string {
  return `${createHash('sha256').update(episodeId).digest('hex').slice(0, 32)}.${ending}`
}

export function seenByPage(stored: StoredDownload, bytesPerSecond: number | null): Download {
  const { location, keptBytes, validator, problemCode, ...download } = stored
  return { ...download, bytesPerSecond }
}
