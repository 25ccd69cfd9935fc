import { create } from 'zustand'
import type { NotesChoice } from './listed-notes.ts'

/** What of the notes is listed, kept while the app runs. */
export const useNotesChoice = create<NotesChoice & { onlyUnplaced: boolean }>(() => ({
  typed: '',
  tag: null,
  colour: null,
  onlyStarred: false,
  onlyUnplaced: false,
  grouping: 'date',
  order: 'newest',
}))
