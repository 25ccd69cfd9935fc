import type { EpisodeId } from '../../shared/models/identity.ts'
import { useHeardPosition } from '../player/use-heard-position.ts'
import styles from './heard-share.module.css'

type HeardShareProps = { episodeId: EpisodeId; durationSeconds: number | null }

/**
 * How far the person is in the episode, in percent; nothing before it is begun. What was skipped lies behind them too,
 * so it is not called heard.
 */
export function HeardShare({ episodeId, durationSeconds }: HeardShareProps) {
  const { positionSeconds, isFinished } = useHeardPosition(episodeId)
  if (isFinished) return <span className={styles.share}>Heard</span>
  if (durationSeconds === null || durationSeconds <= 0) return null
  const percent = Math.min(100, Math.floor((positionSeconds / durationSeconds) * 100))
  return percent < 1 ? null : <span className={styles.share}>at {percent} %</span>
}
