import { MessageSquareText } from 'lucide-react'
import { memo } from 'react'
import type { TrackingState } from '../../shared/models/tracking.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { firstWords, plainLine } from '../notes/first-words.ts'
import { LookAgainMenu } from './look-again-menu.tsx'
import { StateChoice } from './state-choice.tsx'
import type { TrackedNote } from './tracked-groups.ts'
import styles from './tracker-list.module.css'

export type RowActs = {
  open: (note: TrackedNote) => void
  state: (note: TrackedNote, state: TrackingState) => void
  /** As "2026-03-04"; `null` takes it away. */
  day: (note: TrackedNote, day: string | null) => void
  /** How it went, and another day. */
  more: (note: TrackedNote) => void
  stop: (note: TrackedNote) => void
}

type TrackerRowProps = { note: TrackedNote; tabStop: boolean; acts: RowActs }

/** Something to try: its words, where they are from, how it went, and what can be said of it. */
export const TrackerRow = memo(function TrackerRow({ note, tabStop, acts }: TrackerRowProps) {
  const { tracking, context } = note
  const tabIndex = tabStop ? 0 : -1
  const went = plainLine(tracking.note, 600)
  return (
    <>
      <button
        type="button"
        data-tracked-row=""
        className={styles.main}
        tabIndex={tabIndex}
        onClick={() => acts.open(note)}
      >
        <span className={styles.words} data-lines={went === '' ? 2 : 1} dir="auto">
          {firstWords(note) ?? 'Marked, without words yet'}
        </span>
        {went === '' ? null : (
          <span className={styles.went} dir="auto">
            {went}
          </span>
        )}
        <span className={styles.about} dir="auto">
          {context.episodeTitle} · {context.podcastTitle}
        </span>
      </button>
      <div className={styles.acts}>
        <StateChoice
          state={tracking.state}
          tabIndex={tabIndex}
          onChange={(state) => acts.state(note, state)}
        />
        <LookAgainMenu
          tracking={tracking}
          shows="day"
          tabIndex={tabIndex}
          onDay={(day) => acts.day(note, day)}
          onOtherDay={() => acts.more(note)}
        />
        <IconButton
          label="How it went"
          icon={<MessageSquareText size={14} />}
          size="small"
          className={styles.more}
          tabIndex={tabIndex}
          onClick={() => acts.more(note)}
        />
      </div>
    </>
  )
})
