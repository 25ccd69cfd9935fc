export const silenceName = 'silence'
export const limiterName = 'limiter'

/** What the page says to the audio thread. */
export type GraphOrder =
  /** What comes next is another stretch of the audio. */
  | { kind: 'reset'; generation: number }
  /** Chromium lets a processor that once was done never work again, and keeps one that is not for ever. */
  | { kind: 'end' }

/** What the audio thread says. `generation` is of the last reset that it had heard of. */
export type SilenceNews = { generation: number; isSilent: boolean }
