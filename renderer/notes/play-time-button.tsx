import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { useOffset } from '../db/use-offset.ts'
import { playFrom } from '../player/actions.ts'
import { toAudio } from '../player/timeline.ts'
import styles from './play-time-button.module.css'

/** A moment of an episode on the resource's clock, told as the player counts; a click plays from there. */
export function PlayTimeButton({ episodeId, seconds }: { episodeId: EpisodeId; seconds: number }) {
  const time = clockText(toAudio(seconds, useOffset(episodeId)))
  return (
    <button
      type="button"
      className={styles.time}
      aria-label={`Play from ${time}`}
      onClick={() => void playFrom(episodeId, seconds)}
    >
      {time}
    </button>
  )
}
