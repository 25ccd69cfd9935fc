import { folded } from '../../shared/text/fold.ts'

/** Two topics that may mean the same; the one in more episodes would be shown. */
export type LikelyPair = { topic: string; shown: string }

type Counted = { topic: string; count: number }

/**
 * Topics that differ by case, accents, signs between words or a plural alone, of which one is the other's abbreviation: in brackets
 * ("Site reliability engineering (SRE)"), by the first letters of its words, or by how many letters it leaves out ("K8s"). It only
 * suggests: "Go" and "GO" may be two things.
 */
export function likelyPairs(topics: readonly Counted[]): LikelyPair[] {
  const byName = new Map<string, Counted>()
  const byAbbreviation = new Map<string, Counted>()
  const pairs: LikelyPair[] = []
  // The one in most episodes comes first and is the one that others are held against.
  for (const each of topics.toSorted((one, other) => other.count - one.count)) {
    const { names, abbreviations } = formsOf(each.topic)
    const known =
      firstOf(byName, names) ?? firstOf(byAbbreviation, names) ?? firstOf(byName, abbreviations) ?? null
    if (known !== null) pairs.push({ topic: each.topic, shown: known.topic })
    for (const name of names) if (!byName.has(name)) byName.set(name, known ?? each)
    for (const short of abbreviations)
      if (!byAbbreviation.has(short)) byAbbreviation.set(short, known ?? each)
  }
  return pairs
}

/** Of that topic alone: those that may mean the same. */
export function likelyNamesOf(topic: string, topics: readonly Counted[]): string[] {
  const its = formsOf(topic)
  return topics
    .filter((other) => other.topic !== topic && isLikely(its, formsOf(other.topic)))
    .map((other) => other.topic)
}

/** How a topic is written, and how it may be written for short. Two that would be shortened alike are not the same for that. */
type Forms = { names: readonly string[]; abbreviations: readonly string[] }

function isLikely(one: Forms, other: Forms): boolean {
  const shared = (some: readonly string[], more: readonly string[]) =>
    some.some((form) => more.includes(form))
  return (
    shared(one.names, other.names) ||
    shared(one.names, other.abbreviations) ||
    shared(one.abbreviations, other.names)
  )
}

function firstOf(known: ReadonlyMap<string, Counted>, forms: readonly string[]): Counted | undefined {
  return forms.map((form) => known.get(form)).find((topic) => topic !== undefined)
}

const inBrackets = /^(.+?)\s*[([]([^)\]]{2,})[)\]]$/u
/** Fewer letters stand for too many things, and nobody says more. */
const [fewestInitials, mostInitials] = [3, 6]
/** "K8s" has ten letters in full, "a11y" thirteen. */
const fewestCounted = 8

function formsOf(topic: string): Forms {
  const brackets = inBrackets.exec(topic.trim())
  const names = brackets === null ? [topic] : [brackets[1] ?? topic, brackets[2] ?? topic]
  return {
    names: [...new Set(names.map(plain))].filter((form) => form !== ''),
    abbreviations: names.flatMap((name) => shortened(wordsOf(name))),
  }
}

/** Letters and digits alone, each word without a plural's end. `c++` and `c#` stay what they are. */
function plain(name: string): string {
  return wordsOf(name)
    .map((word) => (word.length > 3 ? word.replace(/(?:ies|y)$/u, 'i').replace(/(?<=[^s])s$/u, '') : word))
    .join('')
}

function shortened(words: readonly string[]): string[] {
  const [only] = words
  if (words.length === 1 && only !== undefined && only.length >= fewestCounted) {
    return [`${only.slice(0, 1)}${only.length - 2}${only.slice(-1)}`]
  }
  const isSaid = words.length >= fewestInitials && words.length <= mostInitials
  return isSaid ? [words.map((word) => Array.from(word)[0] ?? '').join('')] : []
}

function wordsOf(name: string): string[] {
  return folded(name).match(/[\p{L}\p{N}+#]+/gu) ?? []
}
