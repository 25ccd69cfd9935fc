import { MessageSquareText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import { IconButton } from '../elements/icon-button.tsx'
import { Markdown } from '../elements/markdown.tsx'
import { LookAgainMenu } from './look-again-menu.tsx'
import { useRevealedNote } from './revealed-note.ts'
import { StateChoice } from './state-choice.tsx'
import { changeState, lookAgain } from './track.ts'
import { TrackingDialog } from './tracking-dialog.tsx'
import styles from './tracking-strip.module.css'

type TrackingStripProps = { note: Annotation; tracking: Tracking }

/** What becomes of a takeaway, under it: a press changes its state, others open when to look again and how it went. */
export function TrackingStrip({ note, tracking }: TrackingStripProps) {
  const [isOpen, setOpen] = useState(false)
  const strip = useRef<HTMLDivElement>(null)
  const isRevealed = useRevealedNote(({ noteId }) => noteId === note.id)

  useEffect(() => {
    if (!isRevealed) return
    strip.current?.scrollIntoView({ block: 'center' })
    useRevealedNote.setState({ noteId: null })
  }, [isRevealed])

  return (
    <div ref={strip} className={styles.strip} data-tracking={tracking.state}>
      <div className={styles.line}>
        <StateChoice state={tracking.state} onChange={(state) => void changeState(note, state)} />
        <LookAgainMenu
          tracking={tracking}
          shows="all"
          onDay={(day) => void lookAgain(note, day)}
          onOtherDay={() => setOpen(true)}
        />
        <IconButton
          label="How it went"
          icon={<MessageSquareText size={14} />}
          size="small"
          onClick={() => setOpen(true)}
        />
      </div>
      {tracking.note.trim() === '' ? null : <Markdown text={tracking.note} className={styles.went} />}
      {isOpen ? <TrackingDialog note={note} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
