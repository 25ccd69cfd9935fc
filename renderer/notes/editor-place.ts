import { createContext, useEffect } from 'react'
import { type EditorPlace, useNoteEditor } from './editor-store.ts'

/** Of the part of the page that a component stands in: the one editor stands in one of them only. */
export const EditorPlaceContext = createContext<EditorPlace>('episode')

/**
 * For what holds the editor of a note in a list (`null` while it does not): once it goes away, as the note may no longer belong
 * there, what is written goes on being written on the episode's page.
 */
export function useEditorMovesOn(noteId: string | null): void {
  useEffect(() => {
    if (noteId === null) return
    return () => {
      const { editor, place } = useNoteEditor.getState()
      if (place === 'list' && editor?.session.noteId === noteId) useNoteEditor.setState({ place: 'episode' })
    }
  }, [noteId])
}
