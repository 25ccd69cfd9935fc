import type { ReadingWarning } from '../../../shared/models/episode.ts'
import { most } from './limits.ts'

/** Collects what could not be read; a page that is all wrong does not fill the disk with complaints. */
export type Warnings = {
  add: (where: string, reason: string) => void
  list: () => ReadingWarning[]
}

export function collectWarnings(): Warnings {
  const list: ReadingWarning[] = []
  return {
    add: (where, reason) => {
      if (list.length < most.warnings) list.push({ where, reason })
    },
    list: () => list,
  }
}

/** The beginning of a text, to be quoted in a warning. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`
}
