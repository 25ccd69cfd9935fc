import { create } from 'zustand'
import { type EpisodeId, episodeIdSchema } from '../../shared/models/identity.ts'
import { recall, remember } from '../db/memory.ts'

const memoryKey = 'shown-episode'

/** The episode in the third pane; it stays while the second pane changes places. */
export const useShownEpisode = create<{ episodeId: EpisodeId | null }>(() => ({ episodeId: null }))

export function showEpisode(episodeId: EpisodeId | null): void {
  if (useShownEpisode.getState().episodeId === episodeId) return
  useShownEpisode.setState({ episodeId })
  void remember(memoryKey, episodeId)
}

/** Shows what was shown when the app ran last. */
export async function restoreShownEpisode(): Promise<void> {
  const episodeId = await recall(memoryKey, episodeIdSchema)
  if (episodeId !== null && useShownEpisode.getState().episodeId === null) {
    useShownEpisode.setState({ episodeId })
  }
}
