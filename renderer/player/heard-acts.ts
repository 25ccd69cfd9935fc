import type { HeardParts } from '../../shared/heard/heard-parts.ts'
import { gapsWithin, type Interval, intervalsOf, union } from '../../shared/heard/intervals.ts'
import { isFinished, nextUnheard } from '../../shared/heard/share.ts'
import type { HeardMark } from '../../shared/models/heard.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { heardPartsOf, markHeard } from '../db/heard.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { useSettings } from '../settings/store.ts'
import { announce } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { readEpisode } from './holding.ts'
import { foundParts } from './parts-now.ts'
import { playEpisode, seekTo } from './playing.ts'
import { flushPosition } from './position-keeper.ts'
import { endSitting, useSitting } from './sitting.ts'
import { type PlayerState, usePlayer, usePosition } from './store.ts'

/** Marks a stretch of an episode as heard or not; `title` is what it is called. It can be undone for a moment. */
export async function markStretch(
  episodeId: EpisodeId,
  stretch: Interval,
  as: HeardMark['as'],
  title: string,
): Promise<void> {
  try {
    await flushPosition()
    // What is heard from here on is later than the mark.
    endSitting()
    const takeBack = await markHeard(episodeId, stretch, as)
    notify({
      text: as === 'heard' ? `“${title}” counts as heard.` : `“${title}” counts as not heard.`,
      action: { label: 'Undo', run: () => void takeBack().catch(tellNotWritten) },
    })
  } catch {
    tellNotWritten()
  }
}

/** Marks the episode in the player: as not heard when it was heard. */
export async function toggleHeldHeard(): Promise<void> {
  const { episode, durationSeconds } = usePlayer.getState()
  if (episode === null || durationSeconds === null) return
  const as = isFinished(await partsNow(episode.id), durationSeconds) ? 'unheard' : 'heard'
  await markStretch(episode.id, [0, durationSeconds], as, episode.title)
}

/** Goes to the next stretch of the episode in the player that was not heard: it plays on if it plays. */
export async function nextUnheardOfHeld(): Promise<void> {
  const { episode, durationSeconds, only } = usePlayer.getState()
  if (episode === null || durationSeconds === null) return
  const { positionSeconds } = usePosition.getState()
  const heard = await heardOrSkipped(episode.id, durationSeconds, only)
  // Meanwhile the person may have turned to something else.
  if (usePlayer.getState().episode?.id !== episode.id) return
  const start = nextUnheard(heard, durationSeconds, positionSeconds)
  if (start === null) tellAllHeard(only === null ? 'this episode' : 'the chapters you chose')
  else seekTo(start)
}

/** Plays an episode from the next stretch of it that was not heard. */
export async function playNextUnheard(episodeId: EpisodeId, durationSeconds: number): Promise<void> {
  const isHeld = usePlayer.getState().episode?.id === episodeId
  const from = isHeld ? usePosition.getState().positionSeconds : -1
  const start = nextUnheard(await heardOrSkipped(episodeId, durationSeconds, null), durationSeconds, from)
  if (start === null) tellAllHeard('this episode')
  else await playEpisode(episodeId, { atSeconds: start })
}

function tellAllHeard(what: string): void {
  const text = `You have heard all of ${what}.`
  announce(text)
  notify({ text })
}

/** With what is skipped, which is not waiting to be heard; `only` are the chapters that were chosen. */
async function heardOrSkipped(
  episodeId: EpisodeId,
  durationSeconds: number,
  only: PlayerState['only'],
): Promise<HeardParts> {
  const [heard, episode] = await Promise.all([partsNow(episodeId), readEpisode(episodeId)])
  const { parts } = foundParts(episode, only, useSettings.getState().skipWords)
  const played = parts.map(([from, to]): Interval => [from, Math.min(to, durationSeconds)])
  const skipped = gapsWithin(intervalsOf(played), [0, durationSeconds])
  return { ...heard, intervals: union(heard.intervals, skipped) }
}

async function partsNow(episodeId: EpisodeId): Promise<HeardParts> {
  await flushPosition()
  const kept = await heardPartsOf(episodeId)
  const now = useSitting.getState()
  return now.episodeId === episodeId ? { ...kept, intervals: union(kept.intervals, now.intervals) } : kept
}
