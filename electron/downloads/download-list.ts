import { join } from 'node:path'
import { z } from 'zod'
import type { Download } from '../../shared/models/download.ts'
import { type EpisodeId, episodeIdSchema } from '../../shared/models/identity.ts'
import { openJsonFile } from '../files/json-file.ts'
import { asFound } from './as-found.ts'
import { type StoredDownload, seenByPage, storedDownloadsSchema } from './download-store.ts'
import { deleteAllAside } from './removed-files.ts'

export type DownloadList = {
  rows: () => readonly StoredDownload[]
  find: (id: EpisodeId) => StoredDownload | undefined
  seenByPage: (speedOf: (id: EpisodeId) => number | null) => Download[]
  /** Resolves once it is on the disk; rejects with the system's error. In memory it holds at once. */
  put: (download: StoredDownload) => Promise<void>
  drop: (id: EpisodeId) => Promise<void>
  change: (id: EpisodeId, fields: Partial<StoredDownload>) => Promise<void>
  /** In memory only: progress is written when something else is. */
  progress: (id: EpisodeId, fields: Pick<StoredDownload, 'receivedBytes' | 'totalBytes'>) => void
  /** Whether the person removed its download, and has not asked for it since. */
  isDeclined: (id: EpisodeId) => boolean
  decline: (id: EpisodeId) => Promise<void>
  /** The person wants it after all. */
  accept: (id: EpisodeId) => Promise<void>
}

type ListParts = {
  directory: string
  changed: () => void
  log: { warn: (text: string) => void }
}

/** Far more than anybody removes; the oldest are of episodes that are not new any more. */
const mostDeclined = 20_000

/** The list of downloads on the disk, brought in line with the files that are there. */
export async function openDownloadList({ directory, changed, log }: ListParts): Promise<DownloadList> {
  const store = await openJsonFile(join(directory, 'downloads.json'), storedDownloadsSchema, [], log)
  const declined = await openJsonFile(join(directory, 'declined.json'), z.array(episodeIdSchema), [], log)
  const deleted = await deleteAllAside(directory)
  const found = await Promise.all(store.read().map((each) => asFound(each, directory, deleted)))
  // Written with the next change: what was found is found again.
  let rows = found.filter((each) => each !== null)

  const find = (id: EpisodeId): StoredDownload | undefined => rows.find((each) => each.episodeId === id)
  const keep = async (next: StoredDownload[]): Promise<void> => {
    rows = next
    const written = store.write(next)
    changed()
    await written
  }
  const changedRows = (id: EpisodeId, fields: Partial<StoredDownload>): StoredDownload[] =>
    rows.map((each) => (each.episodeId === id ? { ...each, ...fields } : each))

  return {
    rows: () => rows,
    find,
    seenByPage: (speedOf) => rows.map((each) => seenByPage(each, speedOf(each.episodeId))),
    put: (download) => keep([...rows.filter(({ episodeId }) => episodeId !== download.episodeId), download]),
    drop: (id) => keep(rows.filter(({ episodeId }) => episodeId !== id)),
    change: async (id, fields) => {
      if (find(id) !== undefined) await keep(changedRows(id, fields))
    },
    progress: (id, fields) => {
      rows = changedRows(id, fields)
    },
    isDeclined: (id) => declined.read().includes(id),
    decline: async (id) => {
      const others = declined.read().filter((each) => each !== id)
      await declined.write([...others, id].slice(-mostDeclined))
    },
    accept: async (id) => {
      if (declined.read().includes(id)) await declined.write(declined.read().filter((each) => each !== id))
    },
  }
}
