import { z } from 'zod'
import { recall, remember } from '../db/memory.ts'

const key = 'open-note'

let remembered: string | null | undefined

/** Keeps which note is being written, so that a restart finds it open again. */
export function rememberOpenNote(noteId: string | null): void {
  if (noteId === remembered) return
  remembered = noteId
  // Losing this costs a click; the note itself is kept apart.
  void remember(key, noteId).catch(() => {})
}

export function recallOpenNote(): Promise<string | null> {
  return recall(key, z.string().nullable())
}
