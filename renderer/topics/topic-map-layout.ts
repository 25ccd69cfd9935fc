import type { Together } from './together.ts'

export type Link = { one: number; other: number; count: number }

/** A link that only one episode made says little. */
const fewestTogether = 2
/** Of each topic its closest ones: all of them would be a hairball. */
const linksEach = 2

/** How close two topics are, 0 to 1: in how many episodes they stand together, by in how many each of them stands. */
function closeness({ topics, counts }: Together, one: number, other: number): number {
  const size = topics.length
  const both = (topics[one]?.count ?? 0) * (topics[other]?.count ?? 0)
  return both === 0 ? 0 : (counts[one * size + other] ?? 0) / Math.sqrt(both)
}

/**
 * Topics in an order in which those that go together stand near each other: the two closest are put side by side, then the next
 * two, as long as both have a side free, until all are one row. The same counts give the same order.
 */
export function orderOf(together: Together): number[] {
  const size = together.topics.length
  const rows = new Map(Array.from({ length: size }, (_, number) => [number, [number]]))
  for (const { one, other } of pairsByCloseness(together)) {
    const [left, right] = [rows.get(one), rows.get(other)]
    if (left === undefined || right === undefined || left === right) continue
    const isOneEnd = left[0] === one || left.at(-1) === one
    const isOtherEnd = right[0] === other || right.at(-1) === other
    if (!isOneEnd || !isOtherEnd) continue
    const joined = [
      ...(left.at(-1) === one ? left : left.toReversed()),
      ...(right[0] === other ? right : right.toReversed()),
    ]
    for (const each of joined) rows.set(each, joined)
  }
  // Rows that nothing ties stand one under another, that of the most frequent topic first.
  return [...new Set(rows.values())].flat()
}

/** The links that are drawn while none is chosen. */
export function closestLinks(together: Together): Link[] {
  const taken = new Array<number>(together.topics.length).fill(0)
  return pairsByCloseness(together).filter(({ one, other, count }) => {
    if (count < fewestTogether) return false
    const isWanted = (taken[one] ?? 0) < linksEach || (taken[other] ?? 0) < linksEach
    if (isWanted) for (const each of [one, other]) taken[each] = (taken[each] ?? 0) + 1
    return isWanted
  })
}

/** Of one topic, all of them. */
export function linksOf({ topics, counts }: Together, one: number): Link[] {
  return topics.flatMap((_, other) => {
    const count = counts[one * topics.length + other] ?? 0
    return count === 0 ? [] : [{ one, other, count }]
  })
}

function pairsByCloseness(together: Together): Link[] {
  const size = together.topics.length
  const pairs: (Link & { close: number })[] = []
  for (let one = 0; one < size; one += 1) {
    for (let other = one + 1; other < size; other += 1) {
      const close = closeness(together, one, other)
      if (close > 0) pairs.push({ one, other, count: together.counts[one * size + other] ?? 0, close })
    }
  }
  return pairs.sort(
    (before, after) => after.close - before.close || before.one - after.one || before.other - after.other,
  )
}
