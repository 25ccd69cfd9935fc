import type { EpisodeId } from '../../shared/models/identity.ts'
import { heardPiecesOf } from '../db/heard.ts'
import { listeningOf } from '../db/listening.ts'
import type { ListeningRow } from '../db/rows.ts'
import { watch } from '../db/watch.ts'
import { originFound } from './other-place.ts'
import { askWhereToContinue } from './place-question.ts'
import { keptHeardAtMs, positionWasRead } from './position-keeper.ts'
import { resumePosition } from './resume.ts'
import { usePlayer, usePosition } from './store.ts'
import { engine } from './the-engine.ts'
import { whileHeld } from './while-held.ts'

/**
 * What is kept of where the person is, is the one truth, and the player reads it: a position that was heard later than the one
 * it stands at, and that came from elsewhere (an archive, the second home), is where it stands from then on. While it
 * plays, what is heard now is later still.
 */
export function followKeptPosition(): void {
  whileHeld(follow)
}

function follow(id: EpisodeId): () => void {
  return watch(
    async () => ({ listening: await listeningOf(id), pieces: await heardPiecesOf(id) }),
    ({ listening, pieces }) => {
      if (usePlayer.getState().episode?.id !== id) return
      if (listening !== undefined && isNews(id, listening)) {
        const positionSeconds = resumePosition(listening)
        positionWasRead(id, {
          positionSeconds,
          heardAtMs: listening.heardAtMs,
          sought: listening.sought ?? false,
          origin: originFound(listening, pieces),
        })
        usePosition.setState({ positionSeconds })
        if (engine.isOpen()) engine.seekTo(positionSeconds)
      }
      void askWhereToContinue(id)
    },
  )
}

function isNews(id: EpisodeId, listening: ListeningRow): boolean {
  const heardAtMs = keptHeardAtMs(id)
  return heardAtMs !== null && listening.heardAtMs > heardAtMs && !usePlayer.getState().wantsToPlay
}
