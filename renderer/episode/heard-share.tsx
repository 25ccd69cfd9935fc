import { heardShare, isFinished } from '../../shared/heard/share.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { useHeardParts } from '../player/use-heard-parts.ts'
import styles from './heard-share.module.css'

type HeardShareProps = { episodeId: EpisodeId; durationSeconds: number | null }

/** How much of the episode was heard; nothing before some of it was. */
export function HeardShare({ episodeId, durationSeconds }: HeardShareProps) {
  const heard = useHeardParts(episodeId)
  if (durationSeconds === null || durationSeconds <= 0) return null
  const percent = Math.floor(heardShare(heard, [0, durationSeconds]) * 100)
  if (isFinished(heard, durationSeconds))
    return <span className={styles.share}>{percent >= 95 ? 'Heard' : `Finished, ${percent} % heard`}</span>
  return percent < 1 ? null : <span className={styles.share}>{percent} % heard</span>
}
