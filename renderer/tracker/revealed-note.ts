import { create } from 'zustand'

/** The note that is to be scrolled to once its episode's page shows it. */
export const useRevealedNote = create<{ noteId: string | null }>(() => ({ noteId: null }))

export function revealNote(noteId: string): void {
  useRevealedNote.setState({ noteId })
}
