import type { HeldShelf } from '../db/held-shelf.ts'
import type { Library } from '../db/library.ts'
import type { TopicCount } from './count-topics.ts'

/** Topics, and in how many episodes each two of them stand together: `counts[one * topics.length + other]`. */
export type Together = { topics: readonly TopicCount[]; counts: Uint32Array }

/** Counts in one library after another, a step for each shelf; of those that did not change the sums are known. */
export function countingTogether(
  topics: readonly TopicCount[],
): (library: Pick<Library, 'slots'>) => Generator<void, Together> {
  const numbers = new Map(topics.map(({ topic }, number) => [topic, number]))
  const known = new WeakMap<HeldShelf, Uint16Array>()

  return function* countTogether({ slots }) {
    const counts = new Uint32Array(topics.length ** 2)
    for (const shelf of slots) {
      if (shelf === null) continue
      const its = known.get(shelf) ?? pairsOf(shelf, numbers)
      known.set(shelf, its)
      for (const [at, count] of its.entries()) if (count > 0) counts[at] = (counts[at] ?? 0) + count
      yield
    }
    return { topics, counts }
  }
}

function pairsOf(
  { row, topicsOf, newestFirst }: HeldShelf,
  numbers: ReadonlyMap<string, number>,
): Uint16Array {
  const size = numbers.size
  const pairs = new Uint16Array(size ** 2)
  const numberOf = row.topics.map((topic) => numbers.get(topic) ?? -1)
  for (const position of newestFirst) {
    const begin = position === 0 ? 0 : topicsOf.ends[position - 1]
    const its: number[] = []
    for (const topic of topicsOf.which.subarray(begin, topicsOf.ends[position])) {
      const number = numberOf[topic] ?? -1
      if (number !== -1) its.push(number)
    }
    for (const one of its) {
      for (const other of its) {
        if (one !== other) pairs[one * size + other] = (pairs[one * size + other] ?? 0) + 1
      }
    }
  }
  return pairs
}

/** Every topic that stands with this one, in most episodes first. */
export function* companionsOf({ slots, names }: Library, topic: string): Generator<void, TopicCount[]> {
  const sums = new Map<string, number>()
  for (const shelf of slots) {
    if (shelf === null || !shelf.row.topics.includes(topic)) continue
    for (const name of companionsOn(shelf, topic)) sums.set(name, (sums.get(name) ?? 0) + 1)
    yield
  }
  return Array.from(sums, ([name, count]) => ({ topic: name, count }))
    .filter((each) => !names.isHidden(each.topic))
    .sort((one, other) => other.count - one.count || (one.topic < other.topic ? -1 : 1))
}

/** Each as often as it stands with the topic. */
function* companionsOn({ row, topicsOf, newestFirst }: HeldShelf, topic: string): Generator<string> {
  const local = row.topics.indexOf(topic)
  for (const position of newestFirst) {
    const begin = position === 0 ? 0 : topicsOf.ends[position - 1]
    const its = topicsOf.which.subarray(begin, topicsOf.ends[position])
    if (!its.includes(local)) continue
    for (const each of its) {
      const name = row.topics[each]
      if (name !== undefined && each !== local) yield name
    }
  }
}
