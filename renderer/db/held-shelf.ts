import type { TopicNames } from '../../shared/topics/topic-names.ts'
import type { NumberedWords } from './numbered-words.ts'
import type { EpisodeRow, ShelfRow } from './rows.ts'
import { shelvedAt } from './shelf-codec.ts'
import { shownShelf } from './shown-shelf.ts'

/** A shelf as it lies in memory: as it is stored, and what is counted and looked up in it. It never changes. */
export type HeldShelf = {
  /** Its topics under the names that the person wants them to go by. */
  row: ShelfRow
  stored: ShelfRow
  names: TopicNames
  /** The positions at which an episode stands. */
  newestFirst: Uint16Array
  /** Of each position which of `row.topics` it has, each once; those of a position end where `ends` of it says. */
  topicsOf: { which: Uint32Array; ends: Uint32Array }
  /** Of each of `row.topics`, its number among all topics of the library. */
  topicNumbers: Uint32Array
  /** In how many episodes each of `row.topics` stands. */
  topicCounts: Uint16Array
  /** Those that somebody asked for, so that a row stays the same object for as long as it says the same. */
  rows: Map<number, EpisodeRow>
}

/** `before` is the same shelf as it was: of episodes that say the same as then, the rows are kept. */
export function holdShelf(
  stored: ShelfRow,
  topics: NumberedWords,
  before: HeldShelf | null,
  names: TopicNames,
): HeldShelf {
  const row = shownShelf(stored, names)
  const filled = [...row.slugs.keys()].filter((position) => row.slugs[position] !== '')
  const topicsOf = withoutRepeats(row)
  const topicCounts = new Uint16Array(row.topics.length)
  for (const topic of topicsOf.which) topicCounts[topic] = (topicCounts[topic] ?? 0) + 1
  return {
    row,
    stored,
    names,
    newestFirst: Uint16Array.from(filled.sort((one, other) => comparePositions(row, one, other))),
    topicsOf,
    topicNumbers: Uint32Array.from(row.topics, topics.numberOf),
    topicCounts,
    rows: before === null || isNamedOtherwise(before, names) ? new Map() : sameRows(before, row),
  }
}

/** Whether a topic of it goes by another name than when it was taken in. */
export function isNamedOtherwise({ stored, names }: HeldShelf, now: TopicNames): boolean {
  return names !== now && stored.topics.some((topic) => names.shownOf(topic) !== now.shownOf(topic))
}

export function rowAt(shelf: HeldShelf, position: number): EpisodeRow | undefined {
  const known = shelf.rows.get(position)
  if (known !== undefined) return known
  const row = shelvedAt(shelf.row, position)?.row
  if (row !== undefined) shelf.rows.set(position, row)
  return row
}

function comparePositions(row: ShelfRow, one: number, other: number): number {
  const later = (row.publishedAtMs[other] ?? 0) - (row.publishedAtMs[one] ?? 0)
  if (later !== 0) return later
  return (row.slugs[one] ?? '') < (row.slugs[other] ?? '') ? -1 : 1
}

function withoutRepeats({ topics, topicNumbers, topicEnds }: ShelfRow): HeldShelf['topicsOf'] {
  const which = new Uint32Array(topicNumbers.length)
  const ends = new Uint32Array(topicEnds.length)
  const lastSeen = new Int16Array(topics.length).fill(-1)
  let count = 0
  let at = 0
  // By index, as all that is done to every episode there is at a start.
  for (let position = 0; position < topicEnds.length; position += 1) {
    for (const end = topicEnds[position] ?? 0; at < end; at += 1) {
      const topic = topicNumbers[at] ?? 0
      if (lastSeen[topic] === position) continue
      lastSeen[topic] = position
      which[count] = topic
      count += 1
    }
    ends[position] = count
  }
  return { which: which.slice(0, count), ends }
}

function sameRows(before: HeldShelf, now: ShelfRow): Map<number, EpisodeRow> {
  const same = new Map<number, EpisodeRow>()
  for (const [position, row] of before.rows) {
    const unchanged =
      now.slugs[position] === before.row.slugs[position] &&
      now.revisions[position] === before.row.revisions[position] &&
      withdrawnAt(now, position) === row.withdrawnAt
    if (unchanged) same.set(position, row)
  }
  return same
}

function withdrawnAt(row: ShelfRow, position: number): string | null {
  return row.withdrawn.find((each) => each.position === position)?.at ?? null
}
