import { folded } from '../../shared/text/fold.ts'

/** Two topics that may mean the same; the one in more episodes would be shown. */
export type LikelyPair = { topic: string; shown: string }

type Counted = { topic: string; count: number }

/**
 * Topics that differ by case, accents, signs between words or a plural alone, of which one is the other's letters in brackets
 * ("Site reliability engineering (SRE)") or the first letters of its words. It only suggests: "Go" and "GO" may be two things.
 */
export function likelyPairs(topics: readonly Counted[]): LikelyPair[] {
  const byKey = new Map<string, Counted>()
  const pairs: LikelyPair[] = []
  // The one in most episodes comes first and is the one that others are held against.
  for (const each of topics.toSorted((one, other) => other.count - one.count)) {
    const keys = keysOf(each.topic)
    const known = keys.map((key) => byKey.get(key)).find((other) => other !== undefined)
    if (known !== undefined) pairs.push({ topic: each.topic, shown: known.topic })
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, known ?? each)
  }
  return pairs
}

/** Of that topic alone: those that may mean the same. */
export function likelyNamesOf(topic: string, topics: readonly Counted[]): string[] {
  const keys = new Set(keysOf(topic))
  return topics
    .filter((other) => other.topic !== topic && keysOf(other.topic).some((key) => keys.has(key)))
    .map((other) => other.topic)
}

const inBrackets = /^(.+?)\s*[([]([^)\]]{2,})[)\]]$/u
/** Fewer letters stand for too many things. */
const fewestInitials = 3

function keysOf(topic: string): string[] {
  const brackets = inBrackets.exec(topic.trim())
  const names = brackets === null ? [topic] : [brackets[1] ?? topic, brackets[2] ?? topic]
  return [...new Set(names.flatMap((name) => [plain(name), initialsOf(name)]))].filter((key) => key !== '')
}

/** Letters and digits alone, each word without a plural's end. `c++` and `c#` stay what they are. */
function plain(name: string): string {
  return wordsOf(name)
    .map((word) => (word.length > 3 ? word.replace(/(?:ies|y)$/u, 'i').replace(/(?<=[^s])s$/u, '') : word))
    .join('')
}

function initialsOf(name: string): string {
  const words = wordsOf(name)
  return words.length < fewestInitials ? '' : words.map((word) => Array.from(word)[0] ?? '').join('')
}

function wordsOf(name: string): string[] {
  return folded(name).match(/[\p{L}\p{N}+#]+/gu) ?? []
}
