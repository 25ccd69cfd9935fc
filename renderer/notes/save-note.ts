import type { Result } from '../../shared/result.ts'
import { whenSaved } from '../home/saving.ts'
import { announce, announceFailure } from '../shell/announce.ts'
import { notify } from '../shell/notice.ts'
import type { EditedContent } from './edited-content.ts'
import { saysNothing } from './edited-content.ts'
import { closeEditor, holdsOther, keepNow, trimmed } from './editor-actions.ts'
import { useNoteEditor } from './editor-store.ts'
import type { NoteSession } from './note-session.ts'

/** After so long the person is told, and can go on; should it be written after all, it is as if it had come in time. */
const patienceMs = 2000

/** Saves what the editor holds and closes it. When that fails the editor stays as it is and says why. */
export async function saveNote(): Promise<void> {
  const { editor } = useNoteEditor.getState()
  if (editor === null || editor.saving) return
  const { session } = editor
  const content = trimmed(editor.content)
  if (session.isNew && saysNothing(content)) {
    tellProblem(session, 'There is nothing to save yet: write a word or two first.')
    return
  }

  useNoteEditor.setState({ editor: { ...editor, saving: true, problem: null } })
  const limit = setTimeout(() => tellProblem(session, diskIsSilent), patienceMs)
  const written = await keepNow(editor, content)
  clearTimeout(limit)
  await end(session, content, written)
}

const diskIsSilent =
  'The disk does not answer, so the note may not be on it yet. Its text is still here: copy it, make room on the disk if it is full, and save again.'

/** The editor closes when the note is flushed. One that lies in the library alone is not called saved. */
async function end(session: NoteSession, content: EditedContent, written: Result<null>): Promise<void> {
  if (!written.ok) {
    tellProblem(session, written.problem.message)
    return
  }
  const saved = await whenSaved()
  const { editor } = useNoteEditor.getState()
  // Pressed twice, it is told once. What was typed since, while the disk was silent, stays.
  if (editor?.session !== session) return
  if (holdsOther(session, content)) {
    useNoteEditor.setState({ editor: { ...editor, saving: false } })
    return
  }
  closeEditor()
  if (saved.ok) announce('Note saved')
  else
    notify({
      // Why, the banner says.
      text: 'The note is in your library, but not saved yet. It is saved by itself as soon as that is possible.',
      tone: 'failure',
    })
}

function tellProblem(session: NoteSession, problem: string): void {
  const { editor } = useNoteEditor.getState()
  if (editor?.session === session) useNoteEditor.setState({ editor: { ...editor, saving: false, problem } })
  announceFailure(problem)
}
