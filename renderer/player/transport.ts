import type { EpisodeId } from '../../shared/models/identity.ts'
import { offsetOf } from '../db/offsets.ts'
import { nextChapterStart, previousChapterStart } from './chapters.ts'
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

/** Forward, or with a negative number back. */
export function skipBy(seconds: number): void {
  seekTo(usePosition.getState().positionSeconds + seconds)
}

/** Does nothing in the last chapter. */
export function nextChapter(): void {
  const { episode } = usePlayer.getState()
  const start = nextChapterStart(episode?.chapters ?? [], usePosition.getState().positionSeconds)
  if (start !== null) seekTo(start)
}

/** To the start of the playing chapter; from its first seconds, to the one before. */
export function previousChapter(): void {
  const { episode } = usePlayer.getState()
  if (episode !== null) seekTo(previousChapterStart(episode.chapters, usePosition.getState().positionSeconds))
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
