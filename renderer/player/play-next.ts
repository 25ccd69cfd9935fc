import { removeFromQueue } from '../db/queue.ts'
import { useSettings } from '../settings/store.ts'
import { playEpisode } from './playing.ts'
import { queuedEpisodes } from './queued-episodes.ts'
import { sleepsNow } from './sleep-timer.ts'
import { usePlayer } from './store.ts'

/**
 * After an episode has played to its end: it leaves Up next, and the first that is left there plays, unless the person wants silence. One that was only
 * begun stays in Up next, so that turning to another for a while loses nothing.
 */
export async function playNextInQueue(): Promise<void> {
  const { episode, status } = usePlayer.getState()
  if (episode === null || status !== 'ended') return
  const sleeps = sleepsNow()
  await removeFromQueue(episode.id)
  if (sleeps || !useSettings.getState().playNext) return
  const [next] = await queuedEpisodes()
  // Meanwhile the person may have turned to something else.
  const now = usePlayer.getState()
  if (next !== undefined && now.status === 'ended' && now.episode?.id === episode.id) {
    await playEpisode(next.id)
  }
}
