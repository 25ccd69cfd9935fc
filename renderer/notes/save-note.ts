import type { Anchor } from '../../shared/models/annotation.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { editAnnotation } from '../db/annotation-edits.ts'
import { writeAnnotation } from '../db/annotations.ts'
import { whenSaved } from '../home/saving.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import { discardDraft, flushDrafts } from './editor-actions.ts'
import { type OpenEditor, useNoteEditor } from './editor-store.ts'
import { noteContext } from './note-context.ts'
import { notedEpisode } from './note-episode.ts'
import { draftKey, type NoteTarget, targetStart } from './note-target.ts'

/** A note on its way into the database; a full disk can leave it there without an end. */
type Writing = {
  key: string
  body: string
  /** It is in the database, or why not. */
  written: Promise<Result<null>>
  /** It is flushed, or that is told. */
  ended: Promise<void>
}
let underWay: Writing | null = null

/** After so long the person is told, and can go on; should it be written after all, it is as if it had come in time. */
const patienceMs = 2000

/** Saves what the editor holds and closes it. When that fails the editor stays as it is and says why. */
export async function saveNote(): Promise<void> {
  const { editor } = useNoteEditor.getState()
  if (editor === null || editor.saving) return
  const body = editor.text.trim()
  if (body === '') {
    tellProblem(editor.target, 'There is nothing to save yet: write a word or two first.')
    return
  }

  useNoteEditor.setState({ editor: { ...editor, saving: true, problem: null } })
  const key = draftKey(editor.target)
  const isUnderWay = underWay?.key === key && underWay.body === body
  // Writing it again would make a second note of it.
  const writing = isUnderWay && underWay !== null ? underWay : begun(editor.target, body)
  const limit = setTimeout(() => tellProblem(editor.target, diskIsSilent), patienceMs)
  const written = await writing.written
  clearTimeout(limit)
  if (written.ok) await writing.ended
  else tellProblem(editor.target, written.problem.message)
}

const diskIsSilent =
  'The disk does not answer, so the note may not be on it yet. Its text is still here: copy it, make room on the disk if it is full, and save again.'

function begun(target: NoteTarget, body: string): Writing {
  const written = stored(target, body)
  const writing = { key: draftKey(target), body, written, ended: written.then(end) }
  async function end(outcome: Result<null>): Promise<void> {
    if (outcome.ok) await endSaved(target, body)
    if (underWay === writing) underWay = null
  }
  underWay = writing
  return writing
}

/** The editor closes when the note is flushed. One that lies in the library alone is not called saved. */
async function endSaved(target: NoteTarget, body: string): Promise<void> {
  const saved = await whenSaved()
  // What was typed since, while the disk was silent, stays.
  if (!hasOtherWords(target, body)) await discardDraft(target).catch(() => {})
  if (saved.ok) announce('Note saved')
  else
    notify({
      // Why, the banner says.
      text: 'The note is in your library, but not saved yet. It is saved by itself as soon as that is possible.',
      tone: 'failure',
    })
}

async function stored(target: NoteTarget, body: string): Promise<Result<null>> {
  try {
    // So that no key stroke still under way writes the draft again after it became a note.
    await flushDrafts().catch(() => {})
    return target.kind === 'edit' ? await change(target, body) : await write(target, body)
  } catch {
    return failure(
      'file',
      'The note could not be written to disk. Its text is still here: copy it, make room on the disk, and save again.',
    )
  }
}

function hasOtherWords(target: NoteTarget, body: string): boolean {
  const editor = openEditorOf(target)
  return editor !== null && editor.text.trim() !== body
}

function openEditorOf(target: NoteTarget): OpenEditor | null {
  const { editor } = useNoteEditor.getState()
  return editor !== null && draftKey(editor.target) === draftKey(target) ? editor : null
}

async function change(target: Extract<NoteTarget, { kind: 'edit' }>, body: string): Promise<Result<null>> {
  const changed = await editAnnotation(target.annotationId, null, { body })
  return changed === null
    ? failure('not-found', 'That note was deleted meanwhile. Undo the deletion, then save again.')
    : success(null)
}

async function write(target: Exclude<NoteTarget, { kind: 'edit' }>, body: string): Promise<Result<null>> {
  const { episodeId } = target
  const episode = await notedEpisode(episodeId)
  if (episode === null) {
    return failure('not-found', 'The episode of this note is no longer here. Copy the text to keep it.')
  }
  const anchor: Anchor =
    target.kind === 'highlight' ? target.highlight : { kind: 'moment', startSeconds: target.startSeconds }
  const context = noteContext(episode, targetStart(target))
  await writeAnnotation({ episodeId, anchor, body, context, draftKey: draftKey(target) })
  return success(null)
}

function tellProblem(target: NoteTarget, problem: string): void {
  const editor = openEditorOf(target)
  if (editor !== null) useNoteEditor.setState({ editor: { ...editor, saving: false, problem } })
  announceFailure(problem)
}
