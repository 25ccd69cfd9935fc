/** What one opened source tells. */
export type SoundEvent =
  /** Its duration is known and its clock can be set. */
  | { kind: 'opened' }
  | { kind: 'duration' }
  /** The clock moves. */
  | { kind: 'playing' }
  | { kind: 'paused' }
  /** The clock stands still although it should move: more audio is on its way. */
  | { kind: 'waiting' }
  | { kind: 'seeked' }
  /** The clock has moved; about four times a second while playing. */
  | { kind: 'time' }
  /** `pace` is another one now. */
  | { kind: 'pace' }
  | { kind: 'ended' }
  /** Playing was not begun, and the source is still good. */
  | { kind: 'refused' }
  | { kind: 'failed'; reason: 'not-audio' | 'damaged' | 'unreachable' }

export type SoundSettings = {
  rate: number
  /** 0 to 1. */
  volume: number
  muted: boolean
  /** Voices are louder, quiet ones most, and nothing is distorted. */
  boost: boolean
  /** Silence is played fast. */
  trimsSilence: boolean
}

export const defaultSettings: SoundSettings = {
  rate: 1,
  volume: 1,
  muted: false,
  boost: false,
  trimsSilence: false,
}

export type SoundSource = {
  url: string
  /** Nothing before this is heard, not even for a moment. */
  startSeconds: number
}

/** One opened source: the port that `engine.ts` is written against, and `howl-sound.ts` fills. */
export type Sound = {
  play: () => void
  pause: () => void
  /** Of its own clock; where it is going while it seeks. */
  positionSeconds: () => number
  /** As the element says it: `NaN` before it is known, `Infinity` for a stream. */
  durationSeconds: () => number
  isSeeking: () => boolean
  /** How fast its clock moves while it moves: at the rate of its settings, and over silence that is trimmed faster. */
  pace: () => number
  /** Not where the server sends the whole file only. Known once it is open. */
  canSeek: () => boolean
  seek: (seconds: number) => void
  apply: (settings: SoundSettings) => void
  /** Stops it, frees what it holds, and silences its events. */
  close: () => void
}

export type OpenSound = (
  source: SoundSource,
  settings: SoundSettings,
  hear: (event: SoundEvent) => void,
) => Sound
