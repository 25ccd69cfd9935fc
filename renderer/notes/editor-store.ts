import { create } from 'zustand'
import type { AnchorSide } from './edited-anchor.ts'
import type { EditedContent } from './edited-content.ts'
import type { NoteSession } from './note-session.ts'

export type OpenEditor = {
  session: NoteSession
  content: EditedContent
  /** What of it is in the database; `null` while the note is not. */
  kept: EditedContent | null
  /** What the second home was the first to have. It is this very object, not one like it: the same words may be typed again after others. */
  flushed: EditedContent | null
  /** Which end of what the note is on was set last, and is moved by keys. */
  side: AnchorSide
  saving: boolean
  /** Why it could not be saved, for a person. */
  problem: string | null
}

/** Where a note is written: on its episode's page, or where it is listed. */
export type EditorPlace = 'episode' | 'list'

/** The one open editor, and where it stands. `wantsFocus` holds from when a person asks for it until the cursor is in it. */
export const useNoteEditor = create<{ editor: OpenEditor | null; wantsFocus: boolean; place: EditorPlace }>(
  () => ({ editor: null, wantsFocus: false, place: 'episode' }),
)
