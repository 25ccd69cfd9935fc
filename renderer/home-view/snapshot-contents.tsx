import { useEffect, useState } from 'react'
import type { HomeSnapshot } from '../../shared/kept/home.ts'
import type { Result } from '../../shared/result.ts'
import type { RowWish } from '../db/turn-back.ts'
import { Button } from '../elements/button.tsx'
import { Dialog } from '../elements/dialog.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { Spinner } from '../elements/spinner.tsx'
import { announceFailure } from '../shell/announce.ts'
import { closeDialog } from '../shell/open-dialog.ts'
import { bringBack } from './bring-back.ts'
import { atText } from './home-words.ts'
import { readSnapshot } from './read-snapshot.ts'
import type { Difference } from './snapshot-difference.ts'
import { SnapshotNotes } from './snapshot-notes.tsx'
import { bringBackSentences, notesSinceText } from './snapshot-words.ts'
import styles from './snapshots-dialog.module.css'

type SnapshotContentsProps = { snapshot: HomeSnapshot; onBack: () => void }
type Shown = { kind: 'contents' } | { kind: 'asking' } | { kind: 'writing'; done: number }

/** One snapshot: what it holds, how that differs from now, and how to bring it back. */
export function SnapshotContents({ snapshot, onBack }: SnapshotContentsProps) {
  const [read, setRead] = useState<Result<Difference> | null>(null)
  const [shown, setShown] = useState<Shown>({ kind: 'contents' })
  const [problem, setProblem] = useState<string | null>(null)
  const when = atText(snapshot.takenAt)

  useEffect(() => {
    const stop = new AbortController()
    void readSnapshot(snapshot.name, stop.signal).then((result) => {
      if (!stop.signal.aborted) setRead(result)
    })
    return () => stop.abort()
  }, [snapshot.name])

  async function bring(wishes: readonly RowWish[], said: string): Promise<void> {
    setProblem(null)
    setShown({ kind: 'writing', done: 0 })
    const brought = await bringBack(wishes, said, (done) => setShown({ kind: 'writing', done }))
    if (brought.ok) return closeDialog()
    announceFailure(brought.problem.message)
    setProblem(brought.problem.message)
    setShown({ kind: 'contents' })
  }

  if (read === null || !read.ok) {
    return (
      <Dialog
        key="contents"
        title={when}
        width="wide"
        onClose={closeDialog}
        footer={
          <Button data-autofocus="" onClick={onBack}>
            Back
          </Button>
        }
      >
        <p role="status" className={styles.hint}>
          {read === null ? 'Comparing it with what is here now…' : null}
        </p>
        {read === null ? (
          <Spinner />
        ) : (
          <p role="alert" className={styles.problem}>
            {read.problem.message}
          </p>
        )}
      </Dialog>
    )
  }

  const difference = read.value
  const sentences = bringBackSentences(difference)
  if (shown.kind === 'asking') {
    return (
      <Dialog
        key="asking"
        title={`Bring everything back as of ${when}?`}
        width="wide"
        onClose={closeDialog}
        footer={
          <>
            <Button data-autofocus="" onClick={() => setShown({ kind: 'contents' })}>
              Leave it as it is
            </Button>
            <Button
              tone="primary"
              onClick={() => void bring(difference.wishes, `Everything is as it was on ${when}.`)}
            >
              Bring back
            </Button>
          </>
        }
      >
        <ul className={styles.sentences}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className={styles.hint}>
          What you are writing, your requests, your settings and podcasts that you added since stay as they
          are. A snapshot of now is taken first, so that you can come back to it; and right after, you can
          undo it.
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog
      key="contents"
      title={when}
      width="wide"
      onClose={closeDialog}
      footer={
        <>
          <Button data-autofocus="" onClick={onBack}>
            Back
          </Button>
          {sentences.length === 0 ? null : (
            <Button
              tone="primary"
              busy={shown.kind === 'writing'}
              onClick={() => setShown({ kind: 'asking' })}
            >
              Bring back all…
            </Button>
          )}
        </>
      }
    >
      <p role="status" className={styles.hint}>
        {sentences.length === 0 ? 'Everything is now as it was then.' : notesSinceText(difference)}
      </p>
      {shown.kind === 'writing' ? <ProgressBar label="Bringing back" value={shown.done} /> : null}
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <SnapshotNotes
        notes={difference.notes}
        onBringBack={({ note }) =>
          void bring([{ kind: 'annotations', key: note.id, row: note }], 'The note is as it was then.')
        }
      />
    </Dialog>
  )
}
