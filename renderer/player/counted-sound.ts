import type { Interval } from '../../shared/heard/intervals.ts'
import type { OpenSound, Sound, SoundEvent } from './sound.ts'

/** A stretch of the audio that was played, and how long that took. */
export type HeardStretch = {
  stretch: Interval
  spentSeconds: number
  /** How much longer it would have taken with its silence. */
  savedSeconds: number
}

/** The source's clock is read a little before or after the page's. */
const clockSlackSeconds = 0.75

/** A clock that moves tells so four times a second; after a silence this long the computer may have slept meanwhile. */
const longestSilenceMs = 30_000

/**
 * Counts what of a source is heard: what its own clock passes through while it moves. The page's clock only says what cannot
 * be: where the source's went further than it could have at its pace, it jumped by itself, and what lies between was not
 * heard. `nowMs` is of a clock that nobody sets back.
 */
export function countHeard(
  openSound: OpenSound,
  tell: (heard: HeardStretch) => void,
  nowMs: () => number = () => performance.now(),
): OpenSound {
  return (source, settings, hear) => {
    let rate = settings.rate
    /** From where on the clock moves, and since when; `null` while it stands or is sent elsewhere. */
    let anchor: { seconds: number; atMs: number; rate: number; pace: number } | null = null
    let moves = false

    function begin(): void {
      anchor = sound.isSeeking()
        ? null
        : { seconds: sound.positionSeconds(), atMs: nowMs(), rate, pace: sound.pace() }
    }

    /** Tells what was heard since it was told last; goes on from there. */
    function count(): void {
      if (anchor === null || sound.isSeeking()) return
      const from = anchor
      begin()
      const to = sound.positionSeconds()
      const silentMs = nowMs() - from.atMs
      const playedMs = silentMs > longestSilenceMs ? 0 : silentMs
      const possible = (playedMs / 1000 + clockSlackSeconds) * from.pace
      const passed = to - from.seconds
      if (passed <= 0 || passed > possible) return
      const spentSeconds = passed / from.pace
      tell({ stretch: [from.seconds, to], spentSeconds, savedSeconds: passed / from.rate - spentSeconds })
    }

    function stop(): void {
      count()
      anchor = null
    }

    function heed(event: SoundEvent): void {
      switch (event.kind) {
        case 'playing':
          moves = true
          if (anchor === null) begin()
          return
        case 'time':
        case 'pace':
        case 'seeked':
          count()
          if (moves && anchor === null) begin()
          return
        case 'paused':
        case 'waiting':
        case 'ended':
        case 'failed':
        case 'refused':
          moves = false
          stop()
          return
        case 'opened':
        case 'duration':
      }
    }

    const sound: Sound = openSound(source, settings, (event) => {
      heed(event)
      hear(event)
    })
    return {
      ...sound,
      seek(seconds) {
        stop()
        sound.seek(seconds)
      },
      apply(changed) {
        count()
        rate = changed.rate
        sound.apply(changed)
        if (anchor !== null) begin()
      },
      close() {
        stop()
        sound.close()
      },
    }
  }
}
