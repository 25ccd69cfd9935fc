import type { EpisodeId } from '../../shared/models/identity.ts'
import { usePlayer } from './store.ts'

/** Begins something for each episode that comes into the player, and stops it once another is there; `begin` returns how to stop. */
export function whileHeld(begin: (id: EpisodeId) => () => void): void {
  let stop = (): void => undefined
  usePlayer.subscribe(({ episode }, { episode: before }) => {
    if (episode?.id === before?.id) return
    stop()
    stop = episode === null ? () => undefined : begin(episode.id)
  })
}
