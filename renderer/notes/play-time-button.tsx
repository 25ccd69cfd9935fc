import type { EpisodeId } from '../../shared/models/identity.ts'
import { clockText } from '../../shared/time/clock.ts'
import { playFrom } from '../player/actions.ts'
import styles from './play-time-button.module.css'

/** A moment of an episode; a click plays from there. */
export function PlayTimeButton({ episodeId, seconds }: { episodeId: EpisodeId; seconds: number }) {
  return (
    <button
      type="button"
      className={styles.time}
      aria-label={`Play from ${clockText(seconds)}`}
      onClick={() => void playFrom(episodeId, seconds)}
    >
      {clockText(seconds)}
    </button>
  )
}
