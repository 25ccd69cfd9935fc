import type { EpisodeId } from '../../shared/models/identity.ts'
import { watch } from '../db/watch.ts'
import { readEpisode } from './holding.ts'
import { usePlayer } from './store.ts'
import { whileHeld } from './while-held.ts'

/** Keeps what the player shows of its episode as the library has it: a sync can bring chapters while it plays. */
export function followHeldEpisode(): void {
  whileHeld(follow)
}

/** One that left the library meanwhile plays on as it was. */
function follow(id: EpisodeId): () => void {
  return watch(
    () => readEpisode(id),
    (episode) => {
      if (episode !== null && usePlayer.getState().episode?.id === id) usePlayer.setState({ episode })
    },
  )
}
