import { v7 as newId } from 'uuid'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { draftsOf, dropDraft, keepDraft, readDraft } from '../db/drafts.ts'
import { announceFailure } from '../shell/announce.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import { useNoteEditor } from './editor-store.ts'
import { nudgedStart } from './note-moment.ts'
import {
  draftKey,
  highlightAnchor,
  type NoteTarget,
  targetOfDraft,
  targetStart,
  unfinishedNear,
} from './note-target.ts'
import { rememberOpenEditor } from './open-editor-memory.ts'

const keeper = createDraftKeeper(
  { keep: keepDraft, drop: dropDraft },
  {
    onKept: ({ key, text }) => {
      const { editor } = useNoteEditor.getState()
      if (editor !== null && draftKey(editor.target) === key) {
        useNoteEditor.setState({ editor: { ...editor, keptText: text } })
      }
    },
    onFailure: () =>
      announceFailure('What you are writing could not be kept on disk. Save the note, or copy its text.'),
  },
)

/** Writes the text that is being typed; awaited before the window closes. */
export function flushDrafts(): Promise<void> {
  return keeper.flush()
}

/** Opens the editor for a place, with the text that was left there. What was open before stays kept as a draft. */
export async function openEditor(target: NoteTarget, otherwise = ''): Promise<void> {
  const { editor } = useNoteEditor.getState()
  if (editor !== null && draftKey(editor.target) === draftKey(target)) {
    useNoteEditor.setState({ wantsFocus: true })
    return
  }
  // A full disk must not keep the person from writing: it is told when the draft is due.
  await keeper.flush().catch(() => {})
  const draft = await readDraft(draftKey(target))
  useNoteEditor.setState({
    editor: {
      target,
      text: draft?.text ?? otherwise,
      keptText: draft?.text ?? null,
      saving: false,
      problem: null,
    },
    wantsFocus: true,
  })
  rememberOpenEditor(draftKey(target))
}

/** Opens the editor for a new note at a moment, or for the one that was left unfinished there. */
export async function openMomentEditor(episodeId: EpisodeId, startSeconds: number): Promise<void> {
  const { editor } = useNoteEditor.getState()
  // A note without a word yet is not worth keeping at its old moment.
  if (editor !== null && editor.text.trim() === '') closeEditor()
  await keeper.flush().catch(() => {})
  const unfinished = (await draftsOf(episodeId)).map(targetOfDraft).filter((target) => target !== null)
  const near = unfinishedNear(unfinished, startSeconds)
  await openEditor(near ?? { kind: 'moment', episodeId, draftId: newId(), startSeconds })
}

export function openHighlightEditor(episodeId: EpisodeId, highlight: Highlight): Promise<void> {
  return openEditor({ kind: 'highlight', episodeId, highlight: highlightAnchor(highlight) })
}

export function editNote(note: Annotation): Promise<void> {
  return openEditor({ kind: 'edit', episodeId: note.episodeId, annotationId: note.id }, note.body)
}

export function writeText(text: string): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  useNoteEditor.setState({ editor: { ...editor, text, problem: null } })
  putDraft(editor.target, text)
}

/** Moves the moment of the note that is being written. */
export function moveStart(bySeconds: number, durationSeconds: number | null): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null || editor.target.kind !== 'moment') return
  const startSeconds = nudgedStart(editor.target.startSeconds, bySeconds, durationSeconds)
  const target = { ...editor.target, startSeconds }
  useNoteEditor.setState({ editor: { ...editor, target } })
  putDraft(target, editor.text)
}

/** Closes the editor; its text stays as a draft. */
export function closeEditor(): void {
  useNoteEditor.setState({ editor: null })
  rememberOpenEditor(null)
  void keeper.flush().catch(() => {})
}

/** Throws the draft of a place away, and closes the editor when it is open there. */
export async function discardDraft(target: NoteTarget): Promise<void> {
  const { editor } = useNoteEditor.getState()
  const key = draftKey(target)
  if (editor !== null && draftKey(editor.target) === key) closeEditor()
  await keeper.drop(key)
}

function putDraft(target: NoteTarget, text: string): void {
  keeper.put({
    key: draftKey(target),
    episodeId: target.episodeId,
    text,
    startSeconds: targetStart(target),
  })
}
