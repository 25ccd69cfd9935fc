import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { clockText } from '../../shared/time/clock.ts'
import { useOffset } from '../db/use-offset.ts'
import { Button } from '../elements/button.tsx'
import { IconButton } from '../elements/icon-button.tsx'
import { Markdown } from '../elements/markdown.tsx'
import { playFrom } from '../player/actions.ts'
import { toAudio } from '../player/timeline.ts'
import { useAppFacts } from '../settings/store.ts'
import { DraftStanding } from './draft-standing.tsx'
import { closeEditor, discardDraft, flushDrafts, moveStart, writeText } from './editor-actions.ts'
import { type OpenEditor, useNoteEditor } from './editor-store.ts'
import styles from './note-editor.module.css'
import type { NoteTarget } from './note-target.ts'
import { saveNote } from './save-note.ts'

const nudgeSeconds = 5

type NoteEditorProps = {
  editor: OpenEditor
  /** On the resource's clock. Bounds the moment; `null` when the length is not known. */
  durationSeconds: number | null
}

/** Writes one note. It never touches what plays; closing it keeps the text. */
export function NoteEditor({ editor, durationSeconds }: NoteEditorProps) {
  const { target, text, keptText, saving, problem } = editor
  const area = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  const [showsPreview, setShowsPreview] = useState(false)
  const saveKeys = useAppFacts(({ facts }) => (facts?.platform === 'darwin' ? '⌘ Enter' : 'Ctrl+Enter'))
  const wantsFocus = useNoteEditor((state) => state.wantsFocus)

  useEffect(() => {
    const element = area.current
    if (!wantsFocus || element === null) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
    element.form?.scrollIntoView({ block: 'nearest' })
    useNoteEditor.setState({ wantsFocus: false })
  }, [wantsFocus])

  // The end comes while the editor is still in the page, and the focus in it.
  useLayoutEffect(() => {
    const form = area.current?.form
    const before = document.activeElement
    return () => {
      if (form?.contains(document.activeElement) && before instanceof HTMLElement) {
        before.focus({ preventScroll: true })
      }
    }
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      closeEditor()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void saveNote()
    }
  }

  return (
    <form className={styles.editor} aria-label="Note editor" onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <Place target={target} durationSeconds={durationSeconds} />
        <Button
          tone="quiet"
          aria-pressed={showsPreview}
          className={styles.preview}
          onClick={() => setShowsPreview(!showsPreview)}
        >
          Preview
        </Button>
      </div>
      <textarea
        ref={area}
        className={styles.area}
        aria-label="Note"
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder="What is worth keeping? Markdown works."
        rows={3}
        value={text}
        readOnly={saving}
        onChange={(event) => writeText(event.currentTarget.value)}
        onBlur={() => void flushDrafts().catch(() => {})}
      />
      {showsPreview ? (
        <div className={styles.previewed}>
          {text.trim() === '' ? (
            <p className={styles.hint}>Nothing to preview yet.</p>
          ) : (
            <Markdown text={text} />
          )}
        </div>
      ) : null}
      {problem === null ? null : (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.hint}>
          {text.trim() === '' ? null : <DraftStanding isKept={text === keptText} />}
          {saveKeys} saves, Esc closes.
        </p>
        {text.trim() === '' ? null : (
          <Button tone="quiet" onClick={() => void discardDraft(target)}>
            Discard
          </Button>
        )}
        <Button tone="quiet" onClick={closeEditor}>
          Close
        </Button>
        <Button tone="primary" busy={saving} onClick={() => void saveNote()}>
          Save note
        </Button>
      </div>
    </form>
  )
}

function Place({ target, durationSeconds }: { target: NoteTarget; durationSeconds: number | null }) {
  const offsetSeconds = useOffset(target.episodeId)
  switch (target.kind) {
    case 'moment':
      return (
        <div className={styles.place}>
          <span className={styles.word}>New note at</span>
          <IconButton
            label={`${nudgeSeconds} seconds earlier`}
            icon={<ChevronLeft size={14} />}
            size="small"
            onClick={() => moveStart(-nudgeSeconds, durationSeconds)}
          />
          <button
            type="button"
            className={styles.time}
            aria-label={`Play from ${clockText(toAudio(target.startSeconds, offsetSeconds))}`}
            onClick={() => playFrom(target.episodeId, target.startSeconds)}
          >
            {clockText(toAudio(target.startSeconds, offsetSeconds))}
          </button>
          <IconButton
            label={`${nudgeSeconds} seconds later`}
            icon={<ChevronRight size={14} />}
            size="small"
            onClick={() => moveStart(nudgeSeconds, durationSeconds)}
          />
        </div>
      )
    case 'highlight':
      return <p className={styles.word}>Note on this highlight</p>
    case 'edit':
      return <p className={styles.word}>Edit this note</p>
  }
}
