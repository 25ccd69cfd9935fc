import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { playEpisode } from '../player/actions.ts'
import { toAudio } from '../player/timeline.ts'
import { toggleSkim } from './skim-store.ts'

/** Plays these chapters, which are in order, from the first one's beginning, wherever the person was. */
export async function playTicked(
  episodeId: EpisodeId,
  only: readonly ChapterRef[],
  offsetSeconds: number,
): Promise<void> {
  const [first] = only
  if (first === undefined) return
  const outcome = await playEpisode(episodeId, {
    only,
    atSeconds: toAudio(first.startSeconds, offsetSeconds),
  })
  if (outcome === 'plays') toggleSkim(episodeId)
}
