import type { EpisodeId } from '../../shared/models/identity.ts'
import { episodeRowsOf } from '../db/episodes.ts'
import { addToQueue, moveInQueue, queueRows, removeFromQueue } from '../db/queue.ts'
import type { EpisodeRow } from '../db/rows.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'

/** Up next in order. An episode that is no longer stored is left out; it is skipped in playing too. */
export async function queuedEpisodes(): Promise<EpisodeRow[]> {
  const rows = await queueRows()
  return episodeRowsOf(rows.map((row) => row.episodeId))
}

export async function moveQueued(episode: EpisodeRow, toIndex: number, count: number): Promise<void> {
  if (toIndex < 0 || toIndex >= count) return
  await moveInQueue(episode.id, toIndex)
  announce(`${episode.title}: ${toIndex + 1} of ${count}`)
}

/** Takes an episode out of Up next, and can put it back where it was. */
export async function removeQueued(episode: EpisodeRow, index: number): Promise<void> {
  await removeFromQueue(episode.id)
  notify({
    text: `“${episode.title}” left Up next.`,
    action: { label: 'Undo', run: () => void putBack(episode.id, index) },
  })
}

async function putBack(episodeId: EpisodeId, index: number): Promise<void> {
  await addToQueue(episodeId)
  await moveInQueue(episodeId, index)
}
