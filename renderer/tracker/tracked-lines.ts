import { topsOf } from '../elements/lines-seen.ts'
import type { TrackedGroup, TrackedGroupName, TrackedNote } from './tracked-groups.ts'

/** A line of the list: a heading, or what is tracked under it. Each note stands once, so its id names its line. */
export type TrackedLine =
  | { kind: 'group'; key: string; name: TrackedGroupName; count: number }
  | { kind: 'note'; key: string; note: TrackedNote }

/** In CSS pixels, as the style sheet has them. */
const [groupHeight, noteHeight] = [44, 114]

export function trackedLines(groups: readonly TrackedGroup[]): { lines: TrackedLine[]; tops: Float64Array } {
  const lines = groups.flatMap(({ name, notes }): TrackedLine[] => [
    { kind: 'group', key: name, name, count: notes.length },
    ...notes.map((note): TrackedLine => ({ kind: 'note', key: note.id, note })),
  ])
  return { lines, tops: topsOf(lines, ({ kind }) => (kind === 'group' ? groupHeight : noteHeight)) }
}

/** The note on or after there, in that direction, else the nearest in the other; 0 where there is none. */
export function noteLineFrom(lines: readonly TrackedLine[], index: number, step: 1 | -1): number {
  for (let at = index; lines[at] !== undefined; at += step) if (lines[at]?.kind === 'note') return at
  for (let at = index; lines[at] !== undefined; at -= step) if (lines[at]?.kind === 'note') return at
  return 0
}
