import type { KeptRow } from '../kept/rows.ts'

type Said = Pick<KeptRow<'topicNames'>, 'topic' | 'shownAs' | 'hidden'>

/** Under which name each topic goes, as the person wants it. It never changes. */
export type TopicNames = {
  /** The topic under whose name this one goes; itself for most. */
  shownOf: (topic: string) => string
  /** Every topic that goes under that name beside the one of that name, in the order of their letters. */
  othersOf: (shown: string) => readonly string[]
  /** Of topics under the name they go by: whether it is offered nowhere. */
  isHidden: (shown: string) => boolean
  /** Names that stand for more than one topic. */
  joined: readonly string[]
  hidden: readonly string[]
  /** Whether nothing is said of any. */
  isPlain: boolean
}

/**
 * What all rows together say. It depends on nothing but the rows, in any order, so that two computers come to the same names once
 * they have the same rows.
 */
export function topicNames(rows: Iterable<Said>): TopicNames {
  const said = new Map(Array.from(rows, (row) => [row.topic, row]))
  const next = new Map([...said.values()].flatMap(({ topic, shownAs }) => edge(topic, shownAs)))
  const shown = new Map<string, string>()
  for (const topic of next.keys()) shown.set(topic, endOf(topic, next))
  const groups = Map.groupBy(
    [...shown].filter(([topic, end]) => topic !== end),
    ([, end]) => end,
  )
  const others = new Map(Array.from(groups, ([end, its]) => [end, its.map(([topic]) => topic).sort()]))
  const shownOf = (topic: string) => shown.get(topic) ?? topic
  const isHidden = (topic: string) => said.get(topic)?.hidden === true
  return {
    shownOf,
    othersOf: (topic) => others.get(topic) ?? [],
    isHidden,
    joined: [...others.keys()],
    hidden: [...said.keys()].filter((topic) => isHidden(topic) && shownOf(topic) === topic),
    isPlain: said.size === 0,
  }
}

export const plainTopicNames: TopicNames = topicNames([])

/** The names of a topic's episodes, each once, in their order. */
export function shownTopics(topics: readonly string[], names: TopicNames): string[] {
  return [...new Set(topics.map(names.shownOf))]
}

/** The name that a topic goes by first, then its others. */
export function allNamesOf(topic: string, names: TopicNames): string[] {
  const shown = names.shownOf(topic)
  return [shown, ...names.othersOf(shown)]
}

function edge(topic: string, shownAs: string | null): [string, string][] {
  return shownAs === null || shownAs === topic ? [] : [[topic, shownAs]]
}

/** Where a chain ends; of a circle, which only two computers can make, the least of the names in it. */
function endOf(topic: string, next: ReadonlyMap<string, string>): string {
  const path: string[] = []
  const seen = new Set<string>()
  let at = topic
  for (;;) {
    if (seen.has(at))
      return path.slice(path.indexOf(at)).reduce((least, each) => (each < least ? each : least))
    seen.add(at)
    path.push(at)
    const to = next.get(at)
    if (to === undefined) return at
    at = to
  }
}
