import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { episodeDetails } from '../db/episodes.ts'
import { keepOffset, offsetOf } from '../db/offsets.ts'
import { tellNotWritten } from '../episode/tell-not-written.ts'
import { notify } from '../shell/notice.ts'
import { offsetText } from './shift-words.ts'
import { usePlayer, usePosition } from './store.ts'
import { nearestChapter } from './timeline.ts'

/** Shifts an episode's chapters and notes so that a chapter, of the resource, begins where the player is. */
export async function chapterStartsNow(episodeId: EpisodeId, chapter: Chapter): Promise<void> {
  if (usePlayer.getState().episode?.id !== episodeId) return
  const { positionSeconds } = usePosition.getState()
  // Whole seconds, as all that is told of time, and down: it has begun when the person says so.
  const offsetSeconds = Math.floor(positionSeconds - chapter.startSeconds)
  await shift(episodeId, offsetSeconds, `“${chapter.title}” starts here now.`)
}

/** The same for the chapter whose beginning is the nearest to where the player is. */
export async function nearestChapterStartsNow(): Promise<void> {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  const chapters = (await episodeDetails(episode.id))?.chapters ?? []
  const nearest = nearestChapter(chapters, usePosition.getState().positionSeconds, episode.offsetSeconds)
  if (nearest === null) notify({ text: 'This episode has no chapters to shift.' })
  else await chapterStartsNow(episode.id, nearest)
}

export async function resetOffset(episodeId: EpisodeId): Promise<void> {
  await shift(episodeId, 0, '')
}

async function shift(episodeId: EpisodeId, offsetSeconds: number, because: string): Promise<void> {
  const before = await offsetOf(episodeId)
  try {
    await keepOffset(episodeId, offsetSeconds)
  } catch {
    notify({
      text: 'The shift could not be written to disk. Make room there and try again.',
      tone: 'failure',
    })
    return
  }
  notify({
    text: `${because} ${offsetText(offsetSeconds)}`.trim(),
    action: { label: 'Undo', run: () => void keepOffset(episodeId, before).catch(tellNotWritten) },
  })
}
