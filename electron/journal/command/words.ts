import type { Content, StoredChange } from '../format/contents.ts'
import type { Damage } from '../format/records-in-line.ts'
import type { Inspection } from './inspect.ts'

/** One line for what stands in a file; `null` for what is not listed by itself. */
export function contentInWords(content: Content): string | null {
  switch (content.is) {
    case 'journal':
      return `journal of home ${homeInWords(content.header.homeId)}, begun ${content.header.createdAt}, from entry ${content.header.firstNumber} on`
    case 'snapshot':
      return `snapshot of home ${homeInWords(content.header.homeId)}, taken ${content.header.createdAt}, up to entry ${content.header.number}`
    case 'newer':
      return `version ${content.version}, which only a newer Earmark can read`
    case 'entry':
      return `entry ${content.entry.number}, ${content.entry.at}: ${countsInWords(countByKind(content.entry.changes))}`
    case 'change':
    case 'end':
      return null
  }
}

export function damageInWords({ offset, length, reason }: Damage): string {
  const where = `damaged: ${length} bytes from byte ${offset} on`
  switch (reason) {
    case 'broken':
      return `${where} are no record, or one whose checksum is another`
    case 'cut':
      return length === 0
        ? 'damaged: the last line has no line feed'
        : `${where}, where the file ends in a line`
    case 'not-understood':
      return `${where} are a whole record that says nothing known`
  }
}

/** What is wrong with a file as a whole; `null` when nothing is. */
export function faultInWords({ kind, isComplete }: Inspection): string | null {
  if (kind === 'headless') return 'damaged: the first line, which says what file this is, is not there'
  return isComplete ? null : 'damaged: the end is missing, or does not fit what is before it'
}

export type Counts = Map<string, number>

export function countByKind(changes: readonly StoredChange[], counts: Counts = new Map()): Counts {
  for (const { kind, row } of changes) {
    const name = row === null ? `${kind} deleted` : kind
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

export function countsInWords(counts: Counts): string {
  if (counts.size === 0) return 'nothing'
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
}

/** What was rescued may not know. */
function homeInWords(homeId: string): string {
  return homeId === '' ? 'unknown' : homeId
}
