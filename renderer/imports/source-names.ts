import type { NoteSource } from './reading/foreign-note.ts'

export const sourceNames: Readonly<Record<NoteSource, string>> = {
  readwise: 'Readwise',
  snipd: 'Snipd',
  podnotes: 'PodNotes',
}

/** Of a program that only a newer version reads, its own word. */
export function sourceName(from: string): string {
  return new Map(Object.entries(sourceNames)).get(from) ?? from
}
