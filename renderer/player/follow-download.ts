import type { Download } from '../../shared/models/download.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { useDownloads } from '../downloads/store.ts'
import { leaveFile } from './playing.ts'
import { usePlayer } from './store.ts'

/** Called once, when the page starts: the file that plays may be removed, and what is missing of it comes over the network. */
export function followDownload(): void {
  useDownloads.subscribe(({ downloads }, before) => {
    const id = usePlayer.getState().episode?.id
    if (id !== undefined && isThere(before.downloads, id) && !isThere(downloads, id)) leaveFile()
  })
}

function isThere(downloads: readonly Download[] | null, id: EpisodeId): boolean {
  return downloads?.some(({ episodeId, state }) => episodeId === id && state === 'complete') ?? false
}
