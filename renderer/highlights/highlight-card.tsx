import { FlaskConical, NotebookPen } from 'lucide-react'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { Button } from '../elements/button.tsx'
import { useFocusOnceBack } from '../elements/focus-once-back.ts'
import { annotateHighlight } from '../notes/actions.ts'
import { editNote } from '../notes/editor-actions.ts'
import { useNoteEditor } from '../notes/editor-store.ts'
import { writesOn } from '../notes/highlight-notes.ts'
import { NoteEditor } from '../notes/note-editor.tsx'
import { NoteItem } from '../notes/note-item.tsx'
import { PlayTimeButton } from '../notes/play-time-button.tsx'
import { isOnlyTracked } from '../tracker/only-tracked.ts'
import { trackHighlight } from '../tracker/track.ts'
import { TrackingStrip } from '../tracker/tracking-strip.tsx'
import styles from './highlight-card.module.css'
import { isPointedAt, usePointedHighlight } from './pointed-highlight.ts'

type HighlightCardProps = {
  episodeId: EpisodeId
  highlight: Highlight
  notes: readonly Annotation[]
}

/** One highlight with the notes on it. It takes a whole row once there is something to read under it. */
export function HighlightCard({ episodeId, highlight, notes }: HighlightCardProps) {
  const textId = useId()
  const editor = useNoteEditor(({ editor: open, place }) =>
    place === 'episode' && writesOn(open, episodeId, highlight) ? open : null,
  )
  const editedId = useNoteEditor(({ editor: open }) => open?.session.noteId ?? null)
  const card = useRef<HTMLLIElement>(null)
  const isPointed = usePointedTo(card, episodeId, highlight)
  const annotateButton = useFocusOnceBack<HTMLButtonElement>(editor !== null)
  const isTracked = notes.some(({ tracking }) => tracking !== null)
  const trackButton = useFocusOnceBack<HTMLButtonElement>(isTracked)
  useFocusOnStates(card, isTracked)
  // The one that is being written stands in its editor.
  const finished = notes.filter((note) => note.id !== editor?.session.noteId)
  const [onlyTracked] = finished.filter((note) => isOnlyTracked(note) && note.id !== editedId)
  const isWide = editor !== null || notes.length > 0

  function annotate(): void {
    if (onlyTracked === undefined) annotateHighlight(episodeId, highlight)
    else void editNote(onlyTracked)
  }

  return (
    <li
      ref={card}
      className={styles.card}
      data-kind={highlight.kind}
      data-wide={isWide}
      data-pointed={isPointed}
    >
      {highlight.label === undefined ? null : <p className={styles.label}>{highlight.label}</p>}
      <p id={textId} className={styles.text} dir="auto">
        {highlight.text}
      </p>
      {finished.map((note) =>
        note === onlyTracked && note.tracking !== null ? (
          <TrackingStrip key={note.id} note={note} tracking={note.tracking} />
        ) : (
          <div key={note.id} className={styles.note}>
            <NoteItem note={note} shows="words-only" />
          </div>
        ),
      )}
      {editor === null ? (
        <div className={styles.foot}>
          {highlight.startSeconds === undefined ? null : (
            <PlayTimeButton episodeId={episodeId} seconds={highlight.startSeconds} />
          )}
          <span className={styles.acts}>
            {highlight.kind !== 'practical-takeaway' || isTracked ? null : (
              <Button
                ref={trackButton}
                tone="quiet"
                className={styles.annotate}
                icon={<FlaskConical size={13} />}
                aria-describedby={textId}
                onClick={() => void trackHighlight(episodeId, highlight, notes)}
              >
                To try
              </Button>
            )}
            <Button
              ref={annotateButton}
              tone="quiet"
              className={styles.annotate}
              icon={<NotebookPen size={13} />}
              aria-describedby={textId}
              onClick={annotate}
            >
              Annotate
            </Button>
          </span>
        </div>
      ) : (
        <div className={styles.note}>
          <NoteEditor editor={editor} />
        </div>
      )}
    </li>
  )
}

/** Scrolls to the one that the person came for, and marks it until the page shows another. */
function usePointedTo(card: RefObject<Element | null>, episodeId: EpisodeId, highlight: Highlight): boolean {
  const isAsked = usePointedHighlight(({ pointed }) => isPointedAt(pointed, episodeId, highlight))
  const [isPointed, setPointed] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    card.current?.scrollIntoView({ block: 'center' })
    setPointed(true)
    usePointedHighlight.setState({ pointed: null })
  }, [card, isAsked])
  // Another one was asked for since.
  const isOther = usePointedHighlight(
    ({ pointed }) => pointed !== null && !isPointedAt(pointed, episodeId, highlight),
  )
  useEffect(() => {
    if (isOther) setPointed(false)
  }, [isOther])
  return isPointed
}

/** Where the button was that keeps it to be tried, its states stand now: the focus goes along. */
function useFocusOnStates(card: RefObject<HTMLElement | null>, isTracked: boolean): void {
  const wasTracked = useRef(isTracked)
  useEffect(() => {
    const isNew = isTracked && !wasTracked.current
    wasTracked.current = isTracked
    if (!isNew || document.activeElement !== document.body) return
    card.current
      ?.querySelector<HTMLElement>('[data-tracking] [aria-pressed=true]')
      ?.focus({ preventScroll: true })
  }, [card, isTracked])
}
