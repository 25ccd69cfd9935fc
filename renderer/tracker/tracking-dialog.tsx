import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { firstWords } from '../notes/first-words.ts'
import { stopTracking } from './track.ts'
import styles from './tracking-dialog.module.css'
import { TrackingFields } from './tracking-fields.tsx'
import { beginTrackingSession, type TrackingSession } from './tracking-session.ts'

type TrackingDialogProps = { note: Annotation; onClose: () => void }

/** How a takeaway went, and when to look again. All of it is kept as it is written. */
export function TrackingDialog({ note, onClose }: TrackingDialogProps) {
  const [tracking, setTracking] = useState(note.tracking)
  const [problem, setProblem] = useState<string | null>(null)
  const session = useRef<TrackingSession | null>(null)

  // What is written last is on its way also when the dialog goes with its row.
  useEffect(() => () => void session.current?.end(), [])

  function change(next: Tracking | null): void {
    if (next === null) {
      onClose()
      void (session.current?.end() ?? Promise.resolve()).then(() => stopTracking(note))
      return
    }
    setTracking(next)
    setProblem(null)
    session.current ??= beginTrackingSession(note)
    void session.current.write(next).then((written) => {
      if (!written.ok) setProblem(written.problem.message)
    })
  }

  return (
    <Dialog
      title="How it went"
      onClose={onClose}
      footer={
        <>
          <p className={styles.hint}>Kept as you type.</p>
          <Button tone="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.words} dir="auto">
          {firstWords(note) ?? note.context.episodeTitle}
        </p>
        <TrackingFields tracking={tracking} onChange={change} />
        {problem === null ? null : (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
