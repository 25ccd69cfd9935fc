import type { OpenSound, SoundEvent, SoundSettings } from '../../../renderer/player/sound.ts'

/**
 * An audio element as far as the engine sees one: it opens, seeks and begins to play a while after it was told to, and of several
 * seeks only the last one happens (HTML, 4.8.11.9). Time passes when a test says so.
 */
export type SimulatedElement = {
  settings: SoundSettings
  isPlaying: boolean
  isClosed: boolean
  positionSeconds: number
  /** Something that was under way happens; nothing when nothing is. */
  happen: () => void
  isBusy: () => boolean
  /** It plays on, if it can. */
  playOn: (seconds: number) => void
  /** An event that comes late, as after it was closed. */
  fire: (event: SoundEvent) => void
}

export function simulatedElements(durationSeconds: number): {
  openSound: OpenSound
  all: SimulatedElement[]
} {
  const all: SimulatedElement[] = []
  const openSound: OpenSound = (source, settings, hear) => {
    let isOpen = false
    let begins = false
    let seekingTo: number | null = null

    const element: SimulatedElement = {
      settings,
      isPlaying: false,
      isClosed: false,
      positionSeconds: source.startSeconds,
      isBusy: () => !isOpen || seekingTo !== null || begins,
      happen: () => {
        if (!isOpen) {
          isOpen = true
          hear({ kind: 'opened' })
        } else if (seekingTo !== null) {
          element.positionSeconds = seekingTo
          seekingTo = null
          hear({ kind: 'seeked' })
        } else if (begins) {
          begins = false
          hear({ kind: 'playing' })
        }
      },
      playOn: (seconds) => {
        if (!isOpen || !element.isPlaying || begins || seekingTo !== null) return
        element.positionSeconds = Math.min(
          durationSeconds,
          element.positionSeconds + seconds * element.settings.rate,
        )
        hear({ kind: 'time' })
        if (element.positionSeconds < durationSeconds) return
        element.isPlaying = false
        hear({ kind: 'ended' })
      },
      fire: hear,
    }
    all.push(element)
    return {
      play: () => {
        if (element.isPlaying) return
        element.isPlaying = true
        begins = true
      },
      pause: () => {
        element.isPlaying = false
        begins = false
        hear({ kind: 'paused' })
      },
      positionSeconds: () => seekingTo ?? element.positionSeconds,
      durationSeconds: () => (isOpen ? durationSeconds : Number.NaN),
      isSeeking: () => seekingTo !== null,
      pace: () => element.settings.rate,
      canSeek: () => true,
      seek: (seconds) => {
        seekingTo = Math.min(durationSeconds, Math.max(0, seconds))
      },
      apply: (changed) => {
        element.settings = changed
      },
      close: () => {
        element.isClosed = true
        element.isPlaying = false
      },
    }
  }
  return { openSound, all }
}
