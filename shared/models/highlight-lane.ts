import { folded } from '../text/fold.ts'
import { type Highlight, type HighlightKind, highlightKinds } from './episode.ts'

/**
 * What a highlight is listed under, as it is stored: its kind (`main-idea`), or for `other` with the service's own word
 * behind it (`other/Open question`).
 */
export type LaneWord = string

/**
 * A list of highlights: all of a kind (`other` too), or those of `other` that the service words alike, folded
 * (`other/open question`).
 */
export type LaneKey = string

export type LaneCount = { word: LaneWord; count: number }

/** How many of an episode's highlights are listed under each word, in the order in which these come first. */
export function laneCountsOf(highlights: readonly Highlight[]): LaneCount[] {
  const counts = new Map<LaneWord, number>()
  for (const highlight of highlights) {
    const word = laneWordOf(highlight)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return Array.from(counts, ([word, count]) => ({ word, count }))
}

function laneWordOf({ kind, label }: Highlight): LaneWord {
  return kind !== 'other' || label === undefined ? kind : `${kind}/${label}`
}

/** The lanes that a word belongs to: that of its kind, and that of the service's own word where there is one. */
export function lanesOfWord(word: LaneWord): LaneKey[] {
  const slash = word.indexOf('/')
  return slash === -1 ? [word] : [word.slice(0, slash), laneKeyOf(word)]
}

export function lanesOf(highlight: Highlight): LaneKey[] {
  return lanesOfWord(laneWordOf(highlight))
}

function laneKeyOf(word: LaneWord): LaneKey {
  return word.includes('/') ? folded(word) : word
}

/** The kind that a lane is of; `null` of what is none. */
export function kindOfLane(lane: LaneKey): HighlightKind | null {
  const name = lane.split('/', 1)[0] ?? ''
  return highlightKinds.find((kind) => kind === name) ?? null
}

/** An episode's highlights of a lane, in their order. */
export function inLane(highlights: readonly Highlight[], lane: LaneKey): Highlight[] {
  return highlights.filter((highlight) => lanesOf(highlight).includes(lane))
}
