import { v7 as newId } from 'uuid'
import type { Anchor, Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Result } from '../../shared/result.ts'
import { removeAnnotation } from '../db/annotations.ts'
import { announceFailure } from '../shell/announce.ts'
import { areSame, contentOf, type EditedContent, saysNothing } from './edited-content.ts'
import { type EditorPlace, type OpenEditor, useNoteEditor } from './editor-store.ts'
import { highlightAnchor } from './highlight-notes.ts'
import { createNoteKeeper } from './note-keeper.ts'
import { beginSession, type NoteSession } from './note-session.ts'
import { rememberOpenNote } from './open-editor-memory.ts'
import { goOnListening, pauseForWriting } from './pause-for-writing.ts'

const keeper = createNoteKeeper({
  onFlushed: (session, content) => {
    const { editor } = useNoteEditor.getState()
    if (editor?.session === session) useNoteEditor.setState({ editor: { ...editor, flushed: content } })
  },
  onKept: (session, content) => {
    const { editor } = useNoteEditor.getState()
    if (editor?.session !== session) return
    useNoteEditor.setState({ editor: { ...editor, kept: session.isStored() ? content : null } })
    if (session.isStored()) rememberOpenNote(session.noteId)
  },
  onFailure: ({ noteId }) => {
    const { editor } = useNoteEditor.getState()
    if (editor?.session.noteId !== noteId) return
    useNoteEditor.setState({ editor: { ...editor, flushed: null } })
    announceFailure('What you are writing could not be kept on disk. Save the note, or copy its text.')
  },
})

/** Writes what is being typed; awaited before the window closes. */
export function flushNotes(): Promise<void> {
  return keeper.flush()
}

/** Opens the editor for a new note; one that is open and says something stays written. */
export async function openNewNote(
  episodeId: EpisodeId,
  anchor: Anchor,
  body = '',
  draftKey: string | null = null,
  place: EditorPlace = 'episode',
) {
  closeEditor()
  await keeper.flush()
  const noteId = newId()
  const session = beginSession({ noteId, episodeId, stored: null, draftKey })
  const content: EditedContent = { anchor, body, tags: [], starred: false, colour: null, tracking: null }
  open(session, content, null, place)
  if (body !== '') void keeper.put(session, content)
}

/** How close two moments are, in seconds, that a note being written at one is meant when asked for the other. */
const sameMomentSeconds = 30

/** Opens the editor for a new note at a moment, unless one that says something is being written there. */
export async function openMomentEditor(episodeId: EpisodeId, startSeconds: number): Promise<void> {
  const { editor } = useNoteEditor.getState()
  const at = editor?.content.anchor.startSeconds
  const isNear = at !== undefined && Math.abs(at - startSeconds) <= sameMomentSeconds
  if (
    editor?.session.isNew &&
    editor.session.episodeId === episodeId &&
    isNear &&
    !saysNothing(editor.content)
  ) {
    useNoteEditor.setState({ wantsFocus: true, place: 'episode' })
    return
  }
  await openNewNote(episodeId, { kind: 'moment', startSeconds })
}

export async function openHighlightEditor(
  episodeId: EpisodeId,
  highlight: Highlight,
  place: EditorPlace = 'episode',
): Promise<void> {
  const anchor = highlightAnchor(highlight)
  const { editor } = useNoteEditor.getState()
  const isOpen = editor?.session.isNew && editor.session.episodeId === episodeId
  if (isOpen && JSON.stringify(editor.content.anchor) === JSON.stringify(anchor)) {
    useNoteEditor.setState({ wantsFocus: true, place })
    return
  }
  await openNewNote(episodeId, anchor, '', null, place)
}

/** `words` are those of a draft that an older version kept, which go on being written. */
export async function editNote(
  note: Annotation,
  draft: { key: string; words: string } | null = null,
  place: EditorPlace = 'episode',
) {
  if (useNoteEditor.getState().editor?.session.noteId === note.id) {
    useNoteEditor.setState({ wantsFocus: true, place })
    return
  }
  closeEditor()
  await keeper.flush()
  const stored = contentOf(note)
  const { id: noteId, episodeId } = note
  const session = beginSession({ noteId, episodeId, stored, draftKey: draft?.key ?? null })
  const content = draft === null ? stored : { ...stored, body: draft.words }
  open(session, content, stored, place)
  if (draft !== null) void keeper.put(session, content)
}

/** What the person changes is written as they change it. */
export function changeNote(change: Partial<EditedContent>): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  const content = { ...editor.content, ...change }
  if (change.body !== undefined) pauseForWriting(editor.session.episodeId)
  useNoteEditor.setState({ editor: { ...editor, content, problem: null } })
  void keeper.put(editor.session, content)
}

/** Writes what the editor holds now. */
export function keepNow({ session }: OpenEditor, content: EditedContent): Promise<Result<null>> {
  return keeper.put(session, content)
}

/** Closes the editor; what was written stays. Of a new note from which everything was taken out again nothing does. */
export function closeEditor(): void {
  const { editor } = useNoteEditor.getState()
  if (editor === null) return
  useNoteEditor.setState({ editor: null })
  rememberOpenNote(null)
  goOnListening()
  void settle(editor)
}

async function settle({ session, content }: OpenEditor): Promise<void> {
  await keeper.flush()
  if (session.isNew && session.isStored() && saysNothing(content))
    await removeAnnotation(session.noteId).catch(() => {})
}

/** Whether something else stands in the editor than that. */
export function holdsOther(session: NoteSession, content: EditedContent): boolean {
  const { editor } = useNoteEditor.getState()
  return editor?.session === session && !areSame(trimmed(editor.content), trimmed(content))
}

export function trimmed(content: EditedContent): EditedContent {
  return { ...content, body: content.body.trim() }
}

function open(
  session: NoteSession,
  content: EditedContent,
  kept: EditedContent | null,
  place: EditorPlace,
): void {
  const side = content.anchor.kind === 'range' ? 'end' : 'start'
  useNoteEditor.setState({
    editor: { session, content, kept, flushed: null, side, saving: false, problem: null },
    wantsFocus: true,
    place,
  })
  rememberOpenNote(session.isStored() ? session.noteId : null)
}
