/** So many chips stand there unasked; about three lines in a list of usual width. */
const usualChips = 6
/** A library with no more topics than that shows them all: a button would hide next to nothing. */
const fewTopics = 10

export type ChipTopic = { topic: string; count: number; chosen: boolean }

/**
 * The chips to show: the most frequent topics, then the chosen ones beyond those. Their order comes from `totals`, which
 * no choice changes, so that a chip never moves away from under the pointer.
 */
export function chipTopics(
  { totals, counts }: { totals: ReadonlyMap<string, number>; counts: ReadonlyMap<string, number> },
  chosen: readonly string[],
  shown: 'usual' | 'all',
): ChipTopic[] {
  const ranked = rankedTopics(totals)
  const visible = shown === 'all' || !hasMoreTopics(totals) ? ranked : ranked.slice(0, usualChips)
  const beyond = chosen.filter((topic) => !visible.includes(topic))
  return [...visible, ...beyond].map((topic) => ({
    topic,
    count: counts.get(topic) ?? 0,
    chosen: chosen.includes(topic),
  }))
}

export function hasMoreTopics(totals: ReadonlyMap<string, number>): boolean {
  return totals.size > fewTopics
}

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** Most frequent first, then by name. */
function rankedTopics(totals: ReadonlyMap<string, number>): string[] {
  return [...totals]
    .sort(([one, often], [other, oftener]) => oftener - often || byName.compare(one, other))
    .map(([topic]) => topic)
}
