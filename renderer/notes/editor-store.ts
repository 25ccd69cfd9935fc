import { create } from 'zustand'
import type { NoteTarget } from './note-target.ts'

export type OpenEditor = {
  target: NoteTarget
  text: string
  /** The text that is in the database as a draft; `null` while there is none. */
  keptText: string | null
  saving: boolean
  /** Why it could not be saved, for a person. */
  problem: string | null
}

/** The one open editor. `wantsFocus` holds from when a person asks for it until the cursor is in it. */
export const useNoteEditor = create<{ editor: OpenEditor | null; wantsFocus: boolean }>(() => ({
  editor: null,
  wantsFocus: false,
}))
