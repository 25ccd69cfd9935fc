import { isElsewhere } from '../../shared/models/elsewhere.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { useOffset } from '../db/use-offset.ts'
import { playFrom } from '../player/actions.ts'
import { toAudio } from '../player/timeline.ts'
import styles from './play-time-button.module.css'

type PlayTimeButtonProps = { episodeId: EpisodeId; seconds: number; tabIndex?: number }

/** A moment of an episode on the resource's clock, told as the player counts; a click plays from there. */
export function PlayTimeButton({ episodeId, seconds, tabIndex }: PlayTimeButtonProps) {
  const time = clockText(toAudio(seconds, useOffset(episodeId)))
  // No audio is known of what only another program knew.
  if (isElsewhere(episodeId)) return <span className={styles.told}>{time}</span>
  return (
    <button
      type="button"
      className={styles.time}
      tabIndex={tabIndex}
      aria-label={`Play from ${time}`}
      onClick={() => void playFrom(episodeId, seconds)}
    >
      {time}
    </button>
  )
}
