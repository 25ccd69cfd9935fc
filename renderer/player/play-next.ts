import { removeFromQueue, takePlayedOut } from '../db/queue.ts'
import { useSettings } from '../settings/store.ts'
import { playPart } from './play-part.ts'
import { queuedEntries } from './queued-entries.ts'
import { sleepsNow } from './sleep-timer.ts'
import { usePlayer } from './store.ts'

/**
 * After an episode, or what was chosen of it, has played to its end: that leaves Up next, and the first that is left there plays,
 * unless the person wants silence. One that was only begun stays in Up next, so that turning to another for a while loses nothing.
 */
export async function playNextInQueue(): Promise<void> {
  const { episode, status, only } = usePlayer.getState()
  if (episode === null || status !== 'ended') return
  const sleeps = sleepsNow()
  await takePlayedOut(episode.id, only)
  if (sleeps || !useSettings.getState().playNext) return
  for (const next of await queuedEntries()) {
    // Meanwhile the person may have turned to something else.
    const now = usePlayer.getState()
    if (now.status !== 'ended' || now.episode?.id !== episode.id) return
    const outcome = await playPart(next.episode.id, next.part)
    if (outcome !== 'no-part' && outcome !== 'gone') return
    // That it can no longer be played was told.
    await removeFromQueue(next.episode.id)
  }
}
