import type { Annotation } from '../../shared/models/annotation.ts'
import type { NoteGroup } from './listed-notes.ts'

/** A line of the list: a heading, or a note under it. */
export type NoteEntry =
  | { kind: 'group'; key: string; count: number }
  | { kind: 'note'; key: string; note: Annotation }

/** In CSS pixels: what lets 20,000 of them scroll. */
const groupHeight = 44
const noteHeight = 70

export type NoteEntries = {
  entries: readonly NoteEntry[]
  /** Where each begins, in CSS pixels; one more tells where the last ends. */
  tops: Float64Array
}

export function entriesOf(groups: readonly NoteGroup[]): NoteEntries {
  const entries = groups.flatMap(({ key, notes }): NoteEntry[] => [
    { kind: 'group', key: `group ${key}`, count: notes.length },
    ...notes.map((note): NoteEntry => ({ kind: 'note', key: `${key} ${note.id}`, note })),
  ])
  const tops = new Float64Array(entries.length + 1)
  let top = 0
  for (const [index, { kind }] of entries.entries()) {
    tops[index] = top
    top += kind === 'group' ? groupHeight : noteHeight
  }
  tops[entries.length] = top
  return { entries, tops }
}

/** Beyond what is seen, so that a short scroll shows what is there already. */
const pixelsBeyond = 300

/** Which entries are to be built: from `first` until before `end`. */
export function entriesSeen(
  { entries, tops }: NoteEntries,
  { scrollTop, height }: { scrollTop: number; height: number },
): { first: number; end: number } {
  const first = Math.max(0, entryAt(tops, scrollTop - pixelsBeyond))
  const end = Math.min(entries.length, entryAt(tops, scrollTop + height + pixelsBeyond) + 1)
  return { first: Math.min(first, end), end }
}

/** The last entry that begins at or above there. */
function entryAt(tops: Float64Array, pixels: number): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tops[middle] ?? 0) <= pixels) low = middle + 1
    else high = middle
  }
  return low - 1
}
