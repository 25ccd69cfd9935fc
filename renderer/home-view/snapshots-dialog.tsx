import { useEffect, useState } from 'react'
import { bytesText } from '../../shared/formats/bytes-text.ts'
import type { HomeSnapshot } from '../../shared/kept/home.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { Dialog } from '../elements/dialog.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { Spinner } from '../elements/spinner.tsx'
import { closeDialog } from '../shell/open-dialog.ts'
import { atText } from './home-words.ts'
import { SnapshotContents } from './snapshot-contents.tsx'
import { countsText } from './snapshot-words.ts'
import styles from './snapshots-dialog.module.css'

/** What the person made, as it was at several times: to look into, and to bring back. */
export function SnapshotsDialog() {
  const [listed, setListed] = useState<Result<HomeSnapshot[]> | null>(null)
  const [opened, setOpened] = useState<HomeSnapshot | null>(null)
  const [left, setLeft] = useState<HomeSnapshot | null>(null)
  useEffect(() => void call('home.snapshots', null).then(setListed), [])

  function leave(): void {
    setLeft(opened)
    setOpened(null)
  }

  if (opened !== null) return <SnapshotContents snapshot={opened} onBack={leave} />
  return (
    <Dialog title="Snapshots" width="wide" onClose={closeDialog}>
      <p className={styles.hint}>
        What you made, as it was at that time. Open one to see what it holds and how it differs from now;
        nothing changes by looking.
      </p>
      {listed === null ? (
        <Spinner />
      ) : !listed.ok ? (
        <p role="alert" className={styles.problem}>
          {listed.problem.message}
        </p>
      ) : (
        <SnapshotList snapshots={listed.value} left={left} onOpen={setOpened} />
      )}
    </Dialog>
  )
}

type SnapshotListProps = {
  snapshots: readonly HomeSnapshot[]
  /** Which one the person comes back from, and goes on at. */
  left: HomeSnapshot | null
  onOpen: (snapshot: HomeSnapshot) => void
}

function SnapshotList({ snapshots, left, onOpen }: SnapshotListProps) {
  if (snapshots.length === 0) {
    return (
      <EmptyState title="No snapshot yet">
        The first is taken a few minutes after you made something, or when you close Earmark.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Snapshots" className={styles.list}>
      {snapshots.map((snapshot) => (
        <li key={snapshot.name}>
          <button
            type="button"
            className={styles.snapshot}
            data-autofocus={snapshot.name === left?.name ? '' : undefined}
            onClick={() => onOpen(snapshot)}
          >
            <span className={styles.when}>{atText(snapshot.takenAt)}</span>
            <span className={styles.size}>{bytesText(snapshot.bytes)}</span>
            <span className={styles.counts}>{countsText(snapshot.counts)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
