import type { OpenSound, SoundEvent, SoundSettings, SoundSource } from '../../../renderer/player/sound.ts'

/** A source whose events a test fires, and whose clock it sets. */
export type FakeSound = {
  source: SoundSource
  settings: SoundSettings
  /** Every position it was sent to. */
  seeks: number[]
  positionSeconds: number
  durationSeconds: number
  isSeeking: boolean
  /** Over silence; `null` where it is the rate of its settings. */
  paceOverSilence: number | null
  canSeek: boolean
  isPlaying: boolean
  isClosed: boolean
  fire: (event: SoundEvent) => void
}

/** Fills the port that Howler fills in the page. As an element does, it begins at the source's start. */
export function fakeSounds(): { opened: FakeSound[]; openSound: OpenSound; latest: () => FakeSound } {
  const opened: FakeSound[] = []
  const openSound: OpenSound = (source, settings, hear) => {
    const fake: FakeSound = {
      source,
      settings,
      seeks: [],
      positionSeconds: source.startSeconds,
      durationSeconds: Number.NaN,
      isSeeking: false,
      paceOverSilence: null,
      canSeek: true,
      isPlaying: false,
      isClosed: false,
      fire: hear,
    }
    opened.push(fake)
    return {
      play: () => {
        fake.isPlaying = true
      },
      pause: () => {
        fake.isPlaying = false
      },
      positionSeconds: () => fake.positionSeconds,
      durationSeconds: () => fake.durationSeconds,
      isSeeking: () => fake.isSeeking,
      pace: () => fake.paceOverSilence ?? fake.settings.rate,
      canSeek: () => fake.canSeek,
      seek: (seconds) => {
        fake.seeks.push(seconds)
        fake.positionSeconds = seconds
        fake.isSeeking = true
      },
      apply: (changed) => {
        fake.settings = changed
      },
      close: () => {
        fake.isClosed = true
      },
    }
  }
  return {
    opened,
    openSound,
    latest: () => {
      const last = opened.at(-1)
      if (last === undefined) throw new Error('nothing was opened')
      return last
    },
  }
}
