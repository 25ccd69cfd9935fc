import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Interval } from '../../shared/heard/intervals.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import styles from './chapter-list.module.css'
import { markStretch } from './heard-acts.ts'

type ChapterHeardBoxProps = {
  episodeId: EpisodeId
  title: string
  startSeconds: number
  endSeconds: number
  /** Where the chapter's own words stand. */
  describedBy: string
  heardPercent: number
}

/** Whether a chapter was heard, to be said by hand as well. Named alike in each row, and described by the row's title. */
export function ChapterHeardBox(props: ChapterHeardBoxProps) {
  const { episodeId, title, startSeconds, endSeconds, describedBy, heardPercent } = props
  const box = useRef<HTMLInputElement>(null)
  const isHeard = heardPercent === 100
  const isPartly = !isHeard && heardPercent > 0

  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartly
  }, [isPartly])

  const stretch: Interval = [startSeconds, endSeconds]
  return (
    <label className={styles.box} title={isHeard ? 'Mark as not heard' : 'Mark as heard'}>
      <input
        ref={box}
        type="checkbox"
        className={styles.check}
        aria-label="Heard"
        aria-describedby={describedBy}
        checked={isHeard}
        onChange={() => void markStretch(episodeId, stretch, isHeard ? 'unheard' : 'heard', title)}
      />
      <Check size={12} strokeWidth={2.5} className={styles.tick} aria-hidden="true" />
    </label>
  )
}
