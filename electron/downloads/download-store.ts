import { createHash } from 'node:crypto'
import { z } from 'zod'
import { audioLocationSchema } from '../../shared/models/audio.ts'
import { type Download, downloadSchema } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'

/** A download as it is kept on the disk: what the page sees, and where the audio comes from. */
const storedDownloadSchema = downloadSchema.extend({ location: audioLocationSchema })
export type StoredDownload = z.infer<typeof storedDownloadSchema>
export const storedDownloadsSchema = z.array(storedDownloadSchema)

/** Slugs can be longer than file names may be, and differ only in what a file system folds together; a digest cannot. */
export function fileNameFor(episodeId: EpisodeId, ending: string): string {
  return `${createHash('sha256').update(episodeId).digest('hex').slice(0, 32)}.${ending}`
}

export function seenByPage({ location: _location, ...download }: StoredDownload): Download {
  return download
}
