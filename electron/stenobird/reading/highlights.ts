import type { Highlight, HighlightKind } from '../../../shared/models/episode.ts'
import { parseClock } from '../../../shared/time/clock.ts'

/** A map and not an object, in which "constructor" would be found. */
const knownKinds: ReadonlyMap<string, HighlightKind> = new Map([
  ['main idea', 'main-idea'],
  ['practical takeaway', 'practical-takeaway'],
  ['failure mode', 'failure-mode'],
])

/** What follows the time that may stand before a highlight: `[12:30] Main idea: …`. */
const leadingTime = /^[[(]?((?:\d{1,3}:)?\d{1,3}:\d{2})[\])]?\s*[-–—:]?\s+(?=\S)/
/** With its time, or in quotes: `Main idea (12:30): …`. */
const knownKindFirst =
  /^["“]?(main[ _-]ideas?|practical[ _-]takeaways?|failure[ _-]modes?)["”]?\s{0,9}(?:[[(]((?:\d{1,3}:)?\d{1,3}:\d{2})[\])]\s{0,9})?[:–—-]\s*/i
/** Signs that a page puts before a kind for the eye. */
const ornament = /^(?:\p{RGI_Emoji}\s{0,9}){1,5}(?=\p{L})/v
/** "[Main idea] The words." */
const bracketedKindFirst = /^\[(\p{L}[\p{L}\p{N} '’&/_-]{0,40})\]\s*[:–—-]?\s+/u
/** A kind that is not known yet: at most four words that begin with a capital, then a colon. */
const otherKindFirst = /^(\p{Lu}[\p{L}\p{N}'’&/-]{0,30}(?: [\p{L}\p{N}'’&/-]{1,30}){0,3}):\s+/u

/** The kind that a name of it means ("Main idea", `main_idea`, `main-ideas`). */
export function highlightKind(name: string): HighlightKind {
  const words = name
    .replace(ornament, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/s$/, '')
  return knownKinds.get(words) ?? 'other'
}

/** A highlight of the words of a line, its kind in front; `null` when there are no words. */
export function readHighlight(line: string): Highlight | null {
  const whole = line.trim()
  const time = leadingTime.exec(whole)
  const startSeconds = time === null ? null : parseClock(time[1] ?? '')
  const text = time === null || startSeconds === null ? whole : whole.slice(time[0].length)
  const known = knownKindFirst.exec(text.replace(ornament, ''))
  if (known !== null) {
    const words = text.replace(ornament, '').slice(known[0].length)
    return highlightOf(known[1] ?? '', words, startSeconds ?? parseClock(known[2] ?? ''))
  }
  const other = bracketedKind(text) ?? otherKindFirst.exec(text)
  if (other === null) return highlightOf('', text, startSeconds)
  return highlightOf(other[1] ?? '', text.slice(other[0].length), startSeconds)
}

function bracketedKind(text: string): RegExpExecArray | null {
  const match = bracketedKindFirst.exec(text)
  const name = match?.[1] ?? ''
  const isKind = highlightKind(name) !== 'other' || /^\p{Lu}[^\s]*(?: [^\s]+){0,3}$/u.test(name)
  return isKind ? match : null
}

/** A highlight whose kind is told apart from its words; an empty kind is none. */
export function highlightOf(kindName: string, text: string, startSeconds: number | null): Highlight | null {
  const words = text.trim()
  if (words === '') return null
  const kind = highlightKind(kindName)
  const label = kindName.trim()
  return {
    kind,
    text: words,
    ...(kind === 'other' && label !== '' && label.toLowerCase() !== 'other' ? { label } : {}),
    ...(startSeconds === null ? {} : { startSeconds }),
  }
}
