import type { Annotation } from '../../shared/models/annotation.ts'
import type { Tracking } from '../../shared/models/tracking.ts'
import type { Result } from '../../shared/result.ts'
import { contentOf } from '../notes/edited-content.ts'
import { closeEditor, flushNotes } from '../notes/editor-actions.ts'
import { useNoteEditor } from '../notes/editor-store.ts'
import { createNoteKeeper } from '../notes/note-keeper.ts'
import { beginSession } from '../notes/note-session.ts'

export type TrackingSession = {
  write: (tracking: Tracking) => Promise<Result<null>>
  /** Settles when all of it is written. */
  end: () => Promise<void>
}

/** Writes what becomes of a takeaway as it is typed; all of one sitting is one act that can be undone. */
export function beginTrackingSession(note: Annotation): TrackingSession {
  const content = contentOf(note)
  const session = beginSession({
    noteId: note.id,
    episodeId: note.episodeId,
    stored: content,
    draftKey: null,
  })
  const keeper = createNoteKeeper({ onKept: () => undefined, onFailure: () => undefined })
  const closed = closeNote(note.id)
  return {
    write: async (tracking) => {
      await closed
      return keeper.put(session, { ...content, tracking })
    },
    end: async () => {
      await closed
      await keeper.flush()
    },
  }
}

/** What stands in the editor would be written over it. */
async function closeNote(noteId: string): Promise<void> {
  if (useNoteEditor.getState().editor?.session.noteId !== noteId) return
  closeEditor()
  await flushNotes()
}
