import type { HeldShelf } from '../db/held-shelf.ts'
import type { Library } from '../db/library.ts'

export type Rising = {
  topic: string
  /** Episodes with it of the last days, and of the year before those. */
  recent: number
  before: number
}

export type RisingTopics = {
  /** What rises most surely first. */
  topics: readonly Rising[]
  /** All episodes of the last days, and of the year before. */
  recent: number
  before: number
}

export const recentDays = 90
const daysBefore = 365
const dayMs = 86_400_000

/** Fewer episodes than that are no trend, however seldom the topic was before. */
export const fewestRecent = 4
/** Of shares. */
const leastGrowth = 1.5
/** With fewer episodes a share means nothing. */
export const fewestEpisodes = 20
/** So many standard errors above no change: less happens by chance to one topic in forty. */
const leastErrors = 2

type Sums = { recent: Uint16Array; before: Uint16Array; allRecent: number; allBefore: number }

/** Counts in one library after another, a step for each shelf, as of a day; `untilMs` is its end. */
export function countingRising(untilMs: number): (library: Library) => Generator<void, RisingTopics> {
  const known = new WeakMap<HeldShelf, Sums>()

  return function* countRising({ slots, topics, names }) {
    const [recent, before] = [new Uint32Array(topics.words.length), new Uint32Array(topics.words.length)]
    let [allRecent, allBefore] = [0, 0]
    for (const shelf of slots) {
      if (shelf === null) continue
      const sums = known.get(shelf) ?? sumsOf(shelf, untilMs)
      known.set(shelf, sums)
      allRecent += sums.allRecent
      allBefore += sums.allBefore
      for (const [local, topic] of shelf.topicNumbers.entries()) {
        recent[topic] = (recent[topic] ?? 0) + (sums.recent[local] ?? 0)
        before[topic] = (before[topic] ?? 0) + (sums.before[local] ?? 0)
      }
      yield
    }
    const rising = topics.words.flatMap((topic, number): (Rising & { errors: number })[] => {
      const its = { recent: recent[number] ?? 0, before: before[number] ?? 0 }
      const errors = names.isHidden(topic) ? null : errorsAbove(its, allRecent, allBefore)
      return errors === null ? [] : [{ topic, ...its, errors }]
    })
    rising.sort((one, other) => other.errors - one.errors || (one.topic < other.topic ? -1 : 1))
    return {
      topics: rising.map(({ topic, recent: now, before: then }) => ({ topic, recent: now, before: then })),
      recent: allRecent,
      before: allBefore,
    }
  }
}

/** How surely a topic rises, in standard errors of the difference of two shares; `null` when it does not, or too little is known. */
function errorsAbove(
  { recent, before }: Pick<Rising, 'recent' | 'before'>,
  allRecent: number,
  allBefore: number,
): number | null {
  if (recent < fewestRecent || allRecent < fewestEpisodes || allBefore < fewestEpisodes) return null
  const [now, then] = [recent / allRecent, before / allBefore]
  if (now < leastGrowth * then) return null
  const pooled = (recent + before) / (allRecent + allBefore)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / allRecent + 1 / allBefore))
  const errors = error === 0 ? 0 : (now - then) / error
  return errors < leastErrors ? null : errors
}

function sumsOf({ row, topicsOf, newestFirst }: HeldShelf, untilMs: number): Sums {
  const [recent, before] = [new Uint16Array(row.topics.length), new Uint16Array(row.topics.length)]
  const recentFromMs = untilMs - recentDays * dayMs
  const beforeFromMs = recentFromMs - daysBefore * dayMs
  let [allRecent, allBefore] = [0, 0]
  for (const position of newestFirst) {
    const at = row.publishedAtMs[position] ?? 0
    if (at < beforeFromMs || at >= untilMs) continue
    const isRecent = at >= recentFromMs
    if (isRecent) allRecent += 1
    else allBefore += 1
    const sums = isRecent ? recent : before
    const begin = position === 0 ? 0 : topicsOf.ends[position - 1]
    for (const topic of topicsOf.which.subarray(begin, topicsOf.ends[position])) {
      sums[topic] = (sums[topic] ?? 0) + 1
    }
  }
  return { recent, before, allRecent, allBefore }
}
