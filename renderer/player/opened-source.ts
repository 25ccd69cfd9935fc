import { knownDuration } from './audio-end.ts'
import type { Sound, SoundSource } from './sound.ts'

/** What is open, and what was asked of it. */
export type OpenedSource = {
  sound: Sound
  source: SoundSource
  /** The clock can be set. Before that a wanted position is held. */
  isReady: boolean
  wantsToPlay: boolean
  clockMoves: boolean
  hasEnded: boolean
  /** Asked for and not yet confirmed; what the position is until then. */
  wantedSeconds: number | null
  /** How often the wanted position was asked for again because the clock came to stand elsewhere. */
  repeats: number
}

/** A clock within this of where it was sent has arrived, at three times speed and a late event too. */
export const arrivedWithinSeconds = 2

export function statusOf(playing: OpenedSource): 'loading' | 'paused' | 'playing' | 'ended' {
  if (playing.hasEnded) return 'ended'
  if (!playing.isReady) return 'loading'
  if (!playing.wantsToPlay) return 'paused'
  return playing.clockMoves ? 'playing' : 'loading'
}

export function positionOf(playing: OpenedSource): number {
  return playing.wantedSeconds ?? playing.sound.positionSeconds()
}

export function durationOf(playing: OpenedSource): number | null {
  return knownDuration(playing.sound.durationSeconds())
}

export function hasArrived(seconds: number, wantedSeconds: number): boolean {
  return Math.abs(seconds - wantedSeconds) <= arrivedWithinSeconds
}
