import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileNameFor, type StoredDownload } from './download-store.ts'
import { partialOf } from './transfer.ts'

/**
 * A download as its files say it stands, after the app ended in the middle of anything; `null` when it was being removed.
 * `deleted` are the names of files that were set aside for that.
 */
export async function asFound(
  download: StoredDownload,
  directory: string,
  deleted: ReadonlySet<string>,
): Promise<StoredDownload | null> {
  const name = fileNameFor(download.episodeId, 'audio')
  const whole = await sizeOf(join(directory, name))
  const partial = await sizeOf(partialOf(join(directory, name)))
  const wasRemoved = deleted.has(name) || deleted.has(partialOf(name))
  if (wasRemoved && whole === null && partial === null) return null
  if (download.state === 'complete')
    return whole === download.receivedBytes ? download : lost(download, whole)
  if (whole !== null && isWhole(download, whole)) return completed(download, whole)
  const keptBytes = partial !== null && partial >= download.keptBytes ? download.keptBytes : 0
  return { ...download, keptBytes, receivedBytes: keptBytes }
}

/**
 * Whether what lies under its name is what was fetched, when that was noted down no more: only a whole file gets that name. One of
 * another length was changed since, and stays there until its download is begun anew.
 */
export function isWhole({ totalBytes }: StoredDownload, foundBytes: number): boolean {
  return totalBytes === null || totalBytes === foundBytes
}

export function completed(download: StoredDownload, bytes: number): StoredDownload {
  const nothingKept = { keptBytes: 0, validator: null, problem: null, problemCode: null }
  return { ...download, ...nothingKept, state: 'complete', receivedBytes: bytes, totalBytes: bytes }
}

function lost(download: StoredDownload, foundBytes: number | null): StoredDownload {
  const problem =
    foundBytes === null
      ? 'The downloaded file is not there any more. Download it again to listen without a network.'
      : 'The downloaded file was changed by something else than Earmark. Download it again, or remove it.'
  return { ...download, state: 'failed', problem, problemCode: 'file', keptBytes: 0, receivedBytes: 0 }
}

/** In bytes; `null` when there is no such file. */
export function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
}
