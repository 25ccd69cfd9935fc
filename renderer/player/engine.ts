import type { Problem } from '../../shared/result.ts'
import { liesPastEnd, reachablePosition } from './audio-end.ts'
import {
  arrivedWithinSeconds,
  durationOf,
  hasArrived,
  type OpenedSource,
  positionOf,
  statusOf,
} from './opened-source.ts'
import {
  defaultSettings,
  type OpenSound,
  type SoundEvent,
  type SoundSettings,
  type SoundSource,
} from './sound.ts'
import { problemOf, type SoundFailure } from './sound-problem.ts'

export type EngineEvent =
  | { kind: 'status'; status: 'loading' | 'paused' | 'playing' | 'ended' }
  | { kind: 'position'; seconds: number }
  | { kind: 'duration'; seconds: number | null }
  | { kind: 'failed'; problem: Problem }
  /** A seek that the source does not allow; it plays on where it is. */
  | { kind: 'stuck'; problem: Problem }

export type Engine = ReturnType<typeof createEngine>

/** Clocks count in pieces of a millisecond. */
const sameWithinSeconds = 0.01

/** How often a clock that came to stand elsewhere is sent again. */
const mostRepeats = 3

/**
 * Plays one source at a time and says how it stands. Events of a source that was replaced are not heard, the latest of
 * several seeks wins, and rate and volume outlive every source.
 */
export function createEngine(openSound: OpenSound) {
  const listeners = new Set<(event: EngineEvent) => void>()
  let settings: SoundSettings = defaultSettings
  let opened: OpenedSource | null = null
  let generation = 0
  /** Where the last source stood when it was closed or failed. */
  let lastSeconds = 0

  function tell(event: EngineEvent): void {
    for (const listener of listeners) listener(event)
  }

  function open(source: SoundSource): void {
    close()
    const mine = generation
    const sound = openSound(source, settings, (event) => {
      if (mine === generation && opened !== null) hear(opened, event)
    })
    opened = {
      sound,
      source,
      isReady: false,
      wantsToPlay: false,
      clockMoves: false,
      hasEnded: false,
      wantedSeconds: Math.max(0, source.startSeconds),
      repeats: 0,
    }
    tellStatus(opened)
  }

  function close(): void {
    generation += 1
    if (opened === null) return
    lastSeconds = positionOf(opened)
    opened.sound.close()
    opened = null
  }

  function hear(playing: OpenedSource, event: SoundEvent): void {
    switch (event.kind) {
      case 'opened':
        playing.isReady = true
        tellDuration(playing)
        arrive(playing)
        return
      case 'duration':
        tellDuration(playing)
        return
      case 'playing':
        playing.clockMoves = true
        tellStatus(playing)
        return
      case 'paused':
      case 'waiting':
        playing.clockMoves = false
        tellStatus(playing)
        return
      case 'refused':
        playing.wantsToPlay = false
        tellStatus(playing)
        return
      case 'seeked':
      case 'time':
        settle(playing)
        tellPosition(playing)
        return
      case 'pace':
        return
      case 'ended':
        end(playing)
        return
      case 'failed':
        fail(event.reason)
        return
    }
  }

  /** The held position, now that the duration is known too. */
  function arrive(playing: OpenedSource): void {
    if (playing.wantedSeconds !== null) {
      // Played from its start instead, it would soon be the start that is kept.
      if (playing.wantedSeconds > arrivedWithinSeconds && !playing.sound.canSeek()) {
        fail('cannot-seek')
        return
      }
      if (liesPastEnd(playing.wantedSeconds, durationOf(playing))) {
        fail('past-end')
        return
      }
      playing.wantedSeconds = reachablePosition(playing.wantedSeconds, durationOf(playing))
      // Nothing has played yet: it stands where it was opened, and not where it was sent meanwhile.
      const besideSeconds = Math.abs(playing.sound.positionSeconds() - playing.wantedSeconds)
      if (besideSeconds > sameWithinSeconds) playing.sound.seek(playing.wantedSeconds)
    }
    settle(playing)
    tellPosition(playing)
    tellStatus(playing)
  }

  function fail(reason: SoundFailure): void {
    close()
    tell({ kind: 'failed', problem: problemOf(reason) })
  }

  function settle(playing: OpenedSource): void {
    const wanted = playing.wantedSeconds
    if (wanted === null || !playing.isReady || playing.sound.isSeeking()) return
    if (hasArrived(playing.sound.positionSeconds(), wanted) || playing.repeats >= mostRepeats) {
      playing.wantedSeconds = null
      return
    }
    playing.repeats += 1
    playing.sound.seek(wanted)
  }

  function end(playing: OpenedSource): void {
    if (playing.hasEnded) return
    playing.wantedSeconds = durationOf(playing) ?? playing.sound.positionSeconds()
    playing.hasEnded = true
    playing.wantsToPlay = false
    playing.clockMoves = false
    tellPosition(playing)
    tellStatus(playing)
  }

  function finish(): void {
    if (opened === null || opened.hasEnded) return
    opened.wantedSeconds = positionOf(opened)
    opened.hasEnded = true
    opened.wantsToPlay = false
    opened.clockMoves = false
    opened.sound.pause()
    tellPosition(opened)
    tellStatus(opened)
  }

  function seekTo(seconds: number): void {
    if (opened === null) return
    if (opened.isReady && !opened.sound.canSeek()) {
      tell({ kind: 'stuck', problem: problemOf('cannot-seek') })
      return
    }
    opened.hasEnded = false
    opened.repeats = 0
    opened.wantedSeconds = reachablePosition(seconds, durationOf(opened))
    if (opened.isReady) opened.sound.seek(opened.wantedSeconds)
    tellPosition(opened)
    tellStatus(opened)
  }

  function playAnew(ended: OpenedSource): void {
    const { sound, source } = ended
    // Else the seek would tell of a pause.
    ended.wantsToPlay = true
    if (sound.canSeek()) seekTo(0)
    else open({ ...source, startSeconds: 0 })
  }

  function tellStatus(playing: OpenedSource): void {
    tell({ kind: 'status', status: statusOf(playing) })
  }

  function tellPosition(playing: OpenedSource): void {
    tell({ kind: 'position', seconds: positionOf(playing) })
  }

  function tellDuration(playing: OpenedSource): void {
    tell({ kind: 'duration', seconds: durationOf(playing) })
  }

  function change(changed: Partial<SoundSettings>): void {
    settings = { ...settings, ...changed }
    opened?.sound.apply(settings)
  }

  return {
    open,
    close,
    seekTo,
    /** Ends where it is, as if the audio did. */
    finish,
    /** Rate, volume and how it sounds, for this source and those to come. */
    change,
    /** From the start again once it has ended. */
    play(): void {
      if (opened?.hasEnded) playAnew(opened)
      if (opened === null) return
      opened.wantsToPlay = true
      opened.sound.play()
      tellStatus(opened)
    },
    pause(): void {
      if (opened === null) return
      opened.wantsToPlay = false
      opened.sound.pause()
      tellStatus(opened)
    },
    isOpen: (): boolean => opened !== null,
    /** It opens, or is on its way to where it will be heard. */
    isUnderWay: (): boolean => {
      if (opened === null) return false
      if (!opened.isReady) return true
      return opened.wantsToPlay && (opened.wantedSeconds !== null || !opened.clockMoves)
    },
    /** Of what is not open yet it is not known, and taken for granted. */
    canSeek: (): boolean => opened === null || !opened.isReady || opened.sound.canSeek(),
    /** Where it is, or will be once what was asked for has happened. */
    positionSeconds: (): number => (opened === null ? lastSeconds : positionOf(opened)),
    /** Of what plays; `null` while that is not known. */
    durationSeconds: (): number | null => (opened?.isReady ? durationOf(opened) : null),
    listen(listener: (event: EngineEvent) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
