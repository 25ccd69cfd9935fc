import { Download, NotebookPen, Share } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import { useAnnotations } from '../db/use-annotations.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { openExport } from '../exports/open-export.ts'
import { openImport } from '../imports/open-import.ts'
import { listedNotes, type NotesChoice } from './listed-notes.ts'
import { NeedsPlacing } from './needs-placing.tsx'
import { useNotesChoice } from './notes-choice.ts'
import { NotesList } from './notes-list.tsx'
import { NotesTools } from './notes-tools.tsx'
import styles from './notes-view.module.css'
import { needsPlacing } from './placing.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useTopics } from './use-topics.ts'

const noNotes: readonly Annotation[] = []

/** Every note of the person's, listed as they like. */
export function NotesView() {
  const notes = useAnnotations()
  const all = notes ?? noNotes
  const choice = useDeferredValue(useNotesChoice())
  const topicsOf = useTopics(all, choice.grouping === 'topic')
  const { found, groups } = useMemo(() => listedNotes(all, choice, topicsOf), [all, choice, topicsOf])
  const waiting = useMemo(() => all.filter(needsPlacing), [all])
  const showsWaiting = choice.onlyUnplaced && waiting.length > 0
  const total =
    found.length === all.length
      ? all.length.toLocaleString('en')
      : `${found.length.toLocaleString('en')} of ${all.length.toLocaleString('en')}`

  return (
    <section className={styles.view} aria-label="All notes">
      <header className={styles.header}>
        <div className={styles.line}>
          <h2 className={styles.title}>Notes</h2>
          {waiting.length === 0 ? null : (
            <Button
              aria-pressed={showsWaiting}
              onClick={() => useNotesChoice.setState({ onlyUnplaced: !showsWaiting })}
            >
              Needs placing {waiting.length.toLocaleString('en')}
            </Button>
          )}
          {all.length === 0 ? null : (
            <>
              <span className={styles.total}>{total}</span>
              <IconButton
                label="Import notes"
                icon={<Download size={15} />}
                size="small"
                onClick={openImport}
              />
              <IconButton
                label="Export notes"
                icon={<Share size={15} />}
                size="small"
                onClick={() => openExport({ kind: 'all' })}
              />
            </>
          )}
        </div>
        {all.length === 0 || showsWaiting ? null : <NotesTools />}
      </header>
      {notes === undefined ? null : all.length === 0 ? (
        <EmptyState
          icon={<NotebookPen size={20} />}
          title="No notes yet"
          action={<Button onClick={openImport}>Import notes of another program</Button>}
        >
          Press N while an episode plays to write down what you just heard, or M to mark the moment and go on.
        </EmptyState>
      ) : showsWaiting ? (
        <NeedsPlacing notes={waiting} />
      ) : found.length === 0 ? (
        <EmptyState title="No note is like that">
          Take a word away to see more of them, or <Button onClick={showAll}>Show all notes</Button>
        </EmptyState>
      ) : (
        <NotesList
          key={positionKeyOf(choice)}
          groups={groups}
          grouping={choice.grouping}
          positionKey={positionKeyOf(choice)}
        />
      )}
      <SelectionBar />
    </section>
  )
}

function positionKeyOf({ typed, tag, colour, onlyStarred, grouping, order }: NotesChoice): string {
  return `notes ${JSON.stringify([typed, tag, colour, onlyStarred, grouping, order])}`
}

function showAll(): void {
  useNotesChoice.setState({ typed: '', tag: null, colour: null, onlyStarred: false })
}
