import { z } from 'zod'
import { recall, remember } from '../db/memory.ts'

const key = 'open-note-editor'

/** Keeps which draft is being written, so that a restart finds it open again. */
export function rememberOpenEditor(draftKey: string | null): void {
  // Losing this costs a click; the draft itself is kept apart.
  void remember(key, draftKey).catch(() => {})
}

export function recallOpenEditor(): Promise<string | null> {
  return recall(key, z.string().nullable())
}
