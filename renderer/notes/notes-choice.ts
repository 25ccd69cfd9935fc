import { create } from 'zustand'
import type { NotesChoice } from './listed-notes.ts'

/** What of the notes is listed, kept while the app runs. */
export const useNotesChoice = create<NotesChoice>(() => ({
  typed: '',
  tag: null,
  colour: null,
  onlyStarred: false,
  grouping: 'date',
  order: 'newest',
}))
