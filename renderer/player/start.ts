import { type EpisodeId, episodeIdSchema } from '../../shared/models/identity.ts'
import { listen } from '../bridge.ts'
import { recall } from '../db/memory.ts'
import { followChosen, recallChosen } from './chosen-memory.ts'
import { followDownload } from './follow-download.ts'
import { followEngine } from './follow-engine.ts'
import { followHeldEpisode } from './follow-episode.ts'
import { followKeptPosition } from './follow-listening.ts'
import { followParts } from './follow-parts.ts'
import { heldEpisodeKey, hold } from './holding.ts'
import { startMediaSession } from './media-session.ts'
import { flushPosition } from './position-keeper.ts'
import { followSavedTime } from './saved-time.ts'
import { followSleepTimer } from './sleep-timer.ts'
import { followSpeeds } from './speeds.ts'
import { watchForStalls } from './stall-watch.ts'
import { usePlayer } from './store.ts'
import { restoreVoice } from './voice.ts'

let started = false

/**
 * Once, when the page starts. The episode that was in the player last is there again, paused where it was; its audio is
 * opened by playing, so that a start is quick and needs no network.
 */
export async function startPlayer(): Promise<void> {
  if (started) return
  started = true
  followEngine()
  followHeldEpisode()
  followParts()
  followChosen()
  followSleepTimer()
  followSpeeds()
  followKeptPosition()
  followDownload()
  keepPositionOnTheWayOut()
  watchForStalls()
  startMediaSession()
  await Promise.all([restoreVoice(), followSavedTime()])
  const lastEpisode = await recall(heldEpisodeKey, episodeIdSchema)
  if (lastEpisode !== null) await holdAgain(lastEpisode)
}

/** With the chapters that were chosen, if the episode still has any of them. */
async function holdAgain(id: EpisodeId): Promise<void> {
  const only = await recallChosen(id)
  if (usePlayer.getState().episode !== null) return
  const held = await hold(id, { only })
  if (held === 'no-part') await hold(id)
}

function keepPositionOnTheWayOut(): void {
  const keep = (): void => void flushPosition()
  document.addEventListener('visibilitychange', keep)
  window.addEventListener('pagehide', keep)
  listen('app.closing', keep)
  listen('app.sleeping', keep)
}
