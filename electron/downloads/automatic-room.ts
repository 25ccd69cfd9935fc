import { bytesText } from '../../shared/formats/bytes-text.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Problem } from '../../shared/result.ts'
import type { StoredDownload } from './download-store.ts'

/**
 * What to tell where a download of that length that nobody asked for, beside those that are there, would take more room
 * than the person lets them; `null` where it would not. `own` is the download itself, which is not counted twice.
 */
export function roomForAutomatic(
  rows: readonly StoredDownload[],
  own: EpisodeId | null,
  mostBytes: number,
): (bytes: number) => Problem | null {
  const others = rows.filter(({ askedBy, episodeId }) => askedBy === 'automatic' && episodeId !== own)
  const taken = others.reduce((sum, each) => sum + roomOf(each), 0)
  return (bytes) => {
    if (bytes === 0 ? taken < mostBytes : taken + bytes <= mostBytes) return null
    return {
      code: 'too-large',
      message: `Automatic downloads may take ${bytesText(mostBytes)}, and this one would go beyond that. Remove some, raise the limit in Settings, or try again to have it all the same.`,
    }
  }
}

/** What is under way is counted as it will be: two that begin together must not both take the last room. */
function roomOf({ state, keptBytes, receivedBytes, totalBytes }: StoredDownload): number {
  return state === 'failed' ? keptBytes : Math.max(receivedBytes, totalBytes ?? 0)
}
