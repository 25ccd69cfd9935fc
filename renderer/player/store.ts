import type { Interval } from '../../shared/heard/intervals.ts'
import type { AudioOrigin, AudioTiming } from '../../shared/models/audio.ts'
import type { ChapterRef, ChapterSkip } from '../../shared/models/chapter-ref.ts'
import type { Chapter } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Problem } from '../../shared/result.ts'
import { createDrawn } from './drawn-store.ts'
import { defaultSettings } from './sound.ts'

/** What the player needs of the episode it holds. */
export type PlayerEpisode = {
  id: EpisodeId
  title: string
  podcastTitle: string
  /** On the audio's clock (`timeline.ts`). */
  chapters: readonly Chapter[]
  /** Seconds by which that is ahead of the resource's clock. */
  offsetSeconds: number
  /** What the person said of its chapters, on the resource's clock. */
  skips: readonly ChapterSkip[]
  /** As the service says; the audio's own duration is `PlayerState.durationSeconds`. */
  durationSeconds: number | null
}

/**
 * `loading`: looking for the audio, opening it, or waiting for more of it.
 * `paused`: also an episode that is held with its audio not opened yet.
 */
type PlayerStatus = 'empty' | 'loading' | 'paused' | 'playing' | 'ended' | 'failed'

export type PlayerState = {
  episode: PlayerEpisode | null
  status: PlayerStatus
  /** The person's wish, which the audio may still have to catch up with: what Play or Pause is labelled by. */
  wantsToPlay: boolean
  /** Set while `status` is `failed`. */
  problem: Problem | null
  /** Of the audio once it is open, before that what was known; `null` when neither tells. */
  durationSeconds: number | null
  rate: number
  /** 0 to 1. */
  volume: number
  muted: boolean
  boost: boolean
  trimsSilence: boolean
  /** How the audio was found; `null` before it was. */
  origin: AudioOrigin | null
  /** Whether a jump lands where it says; `unknown` before the audio is open, and of a stream until it was looked into. */
  timing: AudioTiming | 'unknown'
  /** It comes over the network, and not from this computer. */
  isStream: boolean
  /** The chapters that are played and no others; `null` for all that are not skipped. On the resource's clock. */
  only: readonly ChapterRef[] | null
  /** Of what does not play, the stretch that the person went to all the same. */
  asked: Interval | null
  /** The chapter that is played again and again. On the resource's clock. */
  loop: ChapterRef | null
}

export const emptyPlayer: PlayerState = {
  episode: null,
  status: 'empty',
  wantsToPlay: false,
  problem: null,
  durationSeconds: null,
  ...defaultSettings,
  origin: null,
  timing: 'unknown',
  isStream: false,
  only: null,
  asked: null,
  loop: null,
}

export const usePlayer = createDrawn<PlayerState>(emptyPlayer)

/** Apart from the rest because it changes four times a second: only what shows the time reads it. */
export const usePosition = createDrawn<{ positionSeconds: number }>({ positionSeconds: 0 })
