import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { offsetOf } from '../db/offsets.ts'
import { reachablePosition } from './audio-end.ts'
import { chapterIndexAt, nextChapterStart, previousChapterStart } from './chapters.ts'
import { partsNow, passedOverNow } from './parts-now.ts'
import { moved } from './played-parts.ts'
import { pause, play, playEpisode, seekTo } from './playing.ts'
import { rateStep } from './rates.ts'
import { chooseSpeed } from './speeds.ts'
import { usePlayer, usePosition } from './store.ts'
import { toAudio } from './timeline.ts'
import { keepVoice } from './voice.ts'

export function togglePlay(): void {
  if (usePlayer.getState().wantsToPlay) pause()
  else play()
}

/** Forward, or with a negative number back, past what is skipped. */
export function skipBy(seconds: number): void {
  const to = moved(partsNow().parts, usePosition.getState().positionSeconds, seconds)
  seekTo(reachablePosition(to, usePlayer.getState().durationSeconds))
}

/** Past those that are skipped; does nothing in the last chapter. */
export function nextChapter(): void {
  const start = nextChapterStart(playedChapters(), usePosition.getState().positionSeconds)
  if (start !== null) seekTo(start)
}

/** To the start of the playing chapter; from its first seconds, to the one before. Past those that are skipped. */
export function previousChapter(): void {
  if (usePlayer.getState().episode === null) return
  seekTo(previousChapterStart(playedChapters(), usePosition.getState().positionSeconds))
}

/** With the one the person is in, whether or not it is skipped. */
function playedChapters(): readonly Chapter[] {
  const chapters = usePlayer.getState().episode?.chapters ?? []
  const here = chapterIndexAt(chapters, usePosition.getState().positionSeconds)
  const passedOver = passedOverNow()
  return passedOver.size === 0
    ? chapters
    : chapters.filter((_, index) => index === here || !passedOver.has(index))
}

/** Plays from a moment of an episode, which its chapters and notes tell on the resource's clock. */
export async function playFrom(id: EpisodeId, resourceSeconds: number): Promise<void> {
  await playEpisode(id, { atSeconds: toAudio(resourceSeconds, await offsetOf(id)) })
}

export function setRate(rate: number): void {
  chooseSpeed(rate)
}

export function faster(): void {
  setRate(usePlayer.getState().rate + rateStep)
}

export function slower(): void {
  setRate(usePlayer.getState().rate - rateStep)
}

/** 0 to 1. What makes it louder also ends muting. */
export function setVolume(volume: number): void {
  keepVoice({ volume: Math.min(1, Math.max(0, volume)), muted: false })
}

export function toggleMute(): void {
  keepVoice({ muted: !usePlayer.getState().muted })
}
