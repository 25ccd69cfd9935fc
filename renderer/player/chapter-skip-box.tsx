import { SkipForward } from 'lucide-react'
import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import styles from './chapter-list.module.css'
import { setSkipped } from './skip-acts.ts'

type ChapterSkipBoxProps = {
  episodeId: EpisodeId
  /** On the resource's clock. */
  chapter: ChapterRef
  isSkipped: boolean
}

/** Whether a chapter is skipped. Its name holds the title: it is what is said of that chapter alone. */
export function ChapterSkipBox({ episodeId, chapter, isSkipped }: ChapterSkipBoxProps) {
  return (
    <label
      className={`${styles.box} ${styles.skipBox}`}
      title={isSkipped ? 'Play this chapter' : 'Skip this chapter'}
    >
      <input
        type="checkbox"
        className={styles.check}
        aria-label={`Skip this chapter: ${chapter.title}`}
        checked={isSkipped}
        onChange={() => void setSkipped(episodeId, chapter, !isSkipped)}
      />
      <SkipForward size={11} strokeWidth={2.5} className={styles.tick} aria-hidden="true" />
    </label>
  )
}
