import type { Annotation } from '../../shared/models/annotation.ts'
import type { NoteGroup } from './listed-notes.ts'

/** A line of the list: a heading, or a note under it. */
export type NoteEntry =
  | { kind: 'group'; key: string; count: number }
  | { kind: 'note'; key: string; note: Annotation }

/** In CSS pixels: what lets 20,000 of them scroll. */
const groupHeight = 44
export const noteHeight = 70

/** The lines of a list; each is made when it is asked for, since of 20,000 some twenty are seen. */
export type NoteEntries = {
  count: number
  /** Where each begins, in CSS pixels; one more tells where the last ends. */
  tops: Float64Array
  at: (index: number) => NoteEntry | undefined
  /** -1 where there is none of that key any more. */
  indexOf: (key: string) => number
}

export function entriesOf(groups: readonly NoteGroup[]): NoteEntries {
  const heads: number[] = []
  let count = 0
  for (const { notes } of groups) {
    heads.push(count)
    count += 1 + notes.length
  }
  return {
    count,
    tops: topsOf(heads, count),
    at: (index) => {
      const group = groups[lastAtMost(heads, index)]
      const head = heads[lastAtMost(heads, index)]
      if (group === undefined || head === undefined) return undefined
      if (index === head) return { kind: 'group', key: `group ${group.key}`, count: group.notes.length }
      const note = group.notes[index - head - 1]
      return note === undefined ? undefined : { kind: 'note', key: keyOf(group, note), note }
    },
    indexOf: (key) => {
      for (const [at, group] of groups.entries()) {
        const head = heads[at] ?? 0
        if (key === `group ${group.key}`) return head
        if (!key.startsWith(`${group.key} `)) continue
        const index = group.notes.findIndex((note) => keyOf(group, note) === key)
        if (index !== -1) return head + 1 + index
      }
      return -1
    },
  }
}

/** The note there, or the next one in that direction, or in the other; 0 where there is none. */
export function noteFrom({ count, at }: NoteEntries, index: number, step: 1 | -1): number {
  for (let each = index; each >= 0 && each < count; each += step) if (at(each)?.kind === 'note') return each
  for (let each = index; each >= 0 && each < count; each -= step) if (at(each)?.kind === 'note') return each
  return 0
}

/** Each note once, in the order of the lines. */
export function idsOf(groups: readonly NoteGroup[]): string[] {
  return [...new Set(groups.flatMap(({ notes }) => notes.map(({ id }) => id)))]
}

function keyOf(group: NoteGroup, note: Annotation): string {
  return `${group.key} ${note.id}`
}

function topsOf(heads: readonly number[], count: number): Float64Array {
  const tops = new Float64Array(count + 1)
  let top = 0
  let nextHead = 0
  for (let index = 0; index < count; index += 1) {
    tops[index] = top
    const isHead = heads[nextHead] === index
    if (isHead) nextHead += 1
    top += isHead ? groupHeight : noteHeight
  }
  tops[count] = top
  return tops
}

/** Of ascending numbers, where the last one is that is at most that; -1 where all are more. */
function lastAtMost(ascending: readonly number[], most: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= most) low = middle + 1
    else high = middle
  }
  return low - 1
}
