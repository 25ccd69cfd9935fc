import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { listeningOf } from '../db/listening.ts'
import type { QueuedPart } from '../db/queue-chapters.ts'
import { readEpisode } from './holding.ts'
import { resolvedIn } from './parts-now.ts'
import { partsOf, playsAt } from './played-parts.ts'
import { type PlayOutcome, playEpisode } from './playing.ts'
import { resumePosition } from './resume.ts'
import { type PlayerState, usePlayer, usePosition } from './store.ts'

/** Plays what waits of an episode: all of it, or some chapters from where the person is in them, else from the first. */
export async function playPart(id: EpisodeId, part: QueuedPart): Promise<PlayOutcome> {
  if (part === null) return playEpisode(id, { only: null })
  const atSeconds = await firstMoment(id, part)
  return playEpisode(id, { only: part, ...(atSeconds === null ? {} : { atSeconds }) })
}

/** Whether the player holds an episode to play just that of it. */
export function holdsPart({ episode, only }: PlayerState, id: EpisodeId, part: QueuedPart): boolean {
  if (episode?.id !== id || (only === null) !== (part === null)) return false
  return only === part || JSON.stringify(only) === JSON.stringify(part)
}

/** On the audio's clock; `null` where it goes on at the place the person is at, or nothing of it plays. */
async function firstMoment(id: EpisodeId, chapters: readonly ChapterRef[]): Promise<number | null> {
  const [episode, listening] = await Promise.all([readEpisode(id), listeningOf(id)])
  if (episode === null) return null
  const { found } = resolvedIn(episode, chapters)
  const parts = partsOf(episode.chapters, (index) => found.has(index))
  const { episode: held, status } = usePlayer.getState()
  const isHeld = held?.id === id
  const hasEnded = isHeld && status === 'ended'
  const stands = isHeld ? usePosition.getState().positionSeconds : resumePosition(listening)
  return playsAt(parts, stands) && !hasEnded ? null : (parts[0]?.[0] ?? null)
}
