import type { Anchor } from '../../shared/models/annotation.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { changeAnnotation, writeAnnotation } from '../db/annotations.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { closeEditor, discardDraft, flushDrafts } from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import { noteContext } from './note-context.ts'
import { notedEpisode } from './note-episode.ts'
import { draftKey, type NoteTarget, targetStart } from './note-target.ts'

/** Saves what the editor holds and closes it. When that fails the editor stays as it is and says why. */
export async function saveNote(): Promise<void> {
  const { editor } = useNoteEditor.getState()
  if (editor === null || editor.saving) return
  const body = editor.text.trim()
  if (body === '') {
    tellProblem('There is nothing to save yet: write a word or two first.')
    return
  }

  useNoteEditor.setState({ editor: { ...editor, saving: true, problem: null } })
  const saved = await stored(editor.target, body)
  if (!saved.ok) {
    tellProblem(saved.problem.message)
    return
  }
  const open = useNoteEditor.getState().editor
  if (open !== null && draftKey(open.target) === draftKey(editor.target)) closeEditor()
  announce('Note saved')
}

async function stored(target: NoteTarget, body: string): Promise<Result<null>> {
  try {
    // So that no key stroke still under way writes the draft again after it became a note.
    await flushDrafts().catch(() => {})
    const written = target.kind === 'edit' ? await change(target, body) : await write(target, body)
    if (written.ok) await discardDraft(target).catch(() => {})
    return written
  } catch {
    return failure(
      'file',
      'The note could not be written to disk. Its text is still here: copy it, make room on the disk, and save again.',
    )
  }
}

async function change(target: Extract<NoteTarget, { kind: 'edit' }>, body: string): Promise<Result<null>> {
  const changed = await changeAnnotation(target.annotationId, body)
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

function tellProblem(problem: string): void {
  const { editor } = useNoteEditor.getState()
  if (editor !== null) useNoteEditor.setState({ editor: { ...editor, saving: false, problem } })
  announceFailure(problem)
}
