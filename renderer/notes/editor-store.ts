import { create } from 'zustand'
import type { NoteTarget } from './note-target.ts'

export type OpenEditor = {
  target: NoteTarget
  text: string
  saving: boolean
  /** Why it could not be saved, for a person. */
  problem: string | null
}

/** The one open editor; `asked` counts how often it was asked for, each of which brings the cursor back to it. */
export const useNoteEditor = create<{ editor: OpenEditor | null; asked: number }>(() => ({
  editor: null,
  asked: 0,
}))
