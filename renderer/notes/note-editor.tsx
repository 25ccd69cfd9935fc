import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Button } from '../elements/button.tsx'
import { Markdown } from '../elements/markdown.tsx'
import { useAppFacts, useSettings } from '../settings/store.ts'
import { matchKeys } from '../shell/command-keys.ts'
import { useCommands } from '../shell/commands.ts'
import { chordOf } from '../shell/key-chord.ts'
import { isMac } from '../shell/keys.ts'
import { TrackingFields } from '../tracker/tracking-fields.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { discardNote } from './discard-note.ts'
import { DraftStanding } from './draft-standing.tsx'
import { areSame, saysNothing } from './edited-content.ts'
import { changeNote, closeEditor, flushNotes } from './editor-actions.ts'
import { type OpenEditor, useNoteEditor } from './editor-store.ts'
import { knownTagsNow } from './known-tags.ts'
import { editorCommands } from './note-commands.ts'
import styles from './note-editor.module.css'
import { NotePlace } from './note-place.tsx'
import { saveNote } from './save-note.ts'
import { StarButton } from './star-button.tsx'
import { TagField } from './tag-field.tsx'

/** Writes one note, which is kept as it is written. It never touches what plays; closing it keeps the text. */
export function NoteEditor({ editor }: { editor: OpenEditor }) {
  const { session, content, kept, flushed, saving, problem } = editor
  const { body, tags, starred, colour, tracking } = content
  const area = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  const [showsPreview, setShowsPreview] = useState(false)
  const previewed = useDeferredValue(body)
  const saveKeys = useAppFacts(({ facts }) => (facts?.platform === 'darwin' ? '⌘ Enter' : 'Ctrl+Enter'))
  const wantsFocus = useNoteEditor((state) => state.wantsFocus)
  const isWorthKeeping = !session.isNew || !saysNothing(content)

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
    } else if (ranByEar(event)) event.preventDefault()
  }

  const trackingFields = (
    <TrackingFields tracking={tracking} onChange={(changed) => changeNote({ tracking: changed })} />
  )
  return (
    <form className={styles.editor} aria-label="Note editor" onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <NotePlace editor={editor} />
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
        value={body}
        readOnly={saving}
        onChange={(event) => changeNote({ body: event.currentTarget.value })}
        onBlur={() => void flushNotes()}
      />
      {showsPreview ? (
        <section className={styles.previewed} aria-label="Preview">
          {previewed.trim() === '' ? (
            <p className={styles.hint}>Nothing to preview yet.</p>
          ) : (
            <Markdown text={previewed} />
          )}
        </section>
      ) : null}
      <div className={styles.marks}>
        <StarButton label="Star" starred={starred} onChange={(on) => changeNote({ starred: on })} />
        <ColourChoice colour={colour} onChange={(chosen) => changeNote({ colour: chosen })} />
        <TagField
          label="Tags"
          tags={tags}
          known={knownTagsNow}
          onChange={(changed) => changeNote({ tags: changed })}
        />
        {tracking === null ? trackingFields : null}
      </div>
      {tracking === null ? null : trackingFields}
      {problem === null ? null : (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.hint}>
          {isWorthKeeping ? (
            <DraftStanding isKept={areSame(content, kept)} isFlushed={content === flushed} />
          ) : null}
          Kept as you type. {saveKeys} closes.
        </p>
        {isWorthKeeping ? (
          <Button tone="quiet" onClick={() => void discardNote(editor)}>
            {session.isNew ? 'Discard' : 'Discard changes'}
          </Button>
        ) : null}
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

/** Keys that set the ends by ear act in the text too, and nothing else of the app's does. */
function ranByEar(event: KeyboardEvent): boolean {
  const chord = chordOf(event, isMac())
  if (chord === null) return false
  const match = matchKeys(useCommands.getState().commands.values(), useSettings.getState().keys, chord)
  if (match.kind !== 'command' || !editorCommands.has(match.command.id)) return false
  match.command.run()
  return true
}
