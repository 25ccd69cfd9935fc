import type { Anchor } from '../models/anchor.ts'
import type { Highlight } from '../models/episode.ts'
import type { ChangeOfPlace } from '../models/placement.ts'
import {
  otherKindCosts,
  otherTimeCosts,
  placedFrom,
  sameSpotSeconds,
  suggestedFrom,
  surenessOf,
  tellingLead,
} from './bars.ts'
import type { EpisodeState } from './episode-state.ts'
import type { Guess } from './guess.ts'
import { placeTime } from './place-time.ts'
import { gramsOf, sameWords, similarity } from './similarity.ts'

export type HighlightAnchor = Extract<Anchor, { kind: 'highlight' }>

export function isHighlight(anchor: HighlightAnchor, { kind, text, startSeconds }: Highlight): boolean {
  return anchor.highlightKind === kind && anchor.quote === text && anchor.startSeconds === startSeconds
}

/** Finds a highlight by its words. One that was there already beside it is another one. */
export function placeHighlight(
  anchor: HighlightAnchor,
  before: EpisodeState,
  now: EpisodeState,
  isWhole: boolean,
): Guess {
  const time = anchor.startSeconds === undefined ? null : placeTime(anchor.startSeconds, before, now, isWhole)
  const seconds = time?.seconds ?? anchor.startSeconds ?? null
  const others = before.highlights.filter((highlight) => !isHighlight(anchor, highlight))
  const candidates = now.highlights.filter(
    ({ kind, text }) => !others.some((other) => other.kind === kind && other.text === text),
  )
  const ranked = rankedBy(anchor, seconds, candidates)
  const [best, next] = ranked
  const found = best === undefined ? 0 : surenessOf(best.alike)
  if (best !== undefined && found >= placedFrom) {
    const isTelling =
      best.alike - (next?.alike ?? 0) >= tellingLead || isTwin(best.highlight, next?.highlight)
    return {
      anchor: anchorOn(best.highlight),
      how: 'quote',
      sureness: isTelling ? found : Math.min(found, placedFrom - 0.05),
      causes: causesOf(anchor, best.highlight),
    }
  }
  const causes: ChangeOfPlace[] = ['highlight-gone']
  if (best !== undefined && best.alike >= suggestedFrom) {
    return { anchor: anchorOn(best.highlight), how: 'quote', sureness: found, causes }
  }
  if (seconds === null) return { anchor: null, how: 'quote', sureness: 0, causes }
  const sureness = Math.min(0.5, time?.sureness ?? 0.5)
  return { anchor: { kind: 'moment', startSeconds: seconds }, how: time?.how ?? 'time', sureness, causes }
}

type Candidate = { highlight: Highlight; alike: number }

function rankedBy(
  anchor: HighlightAnchor,
  seconds: number | null,
  highlights: readonly Highlight[],
): Candidate[] {
  const quote = gramsOf(anchor.quote)
  return highlights
    .map((highlight): Candidate => {
      const { kind, text, startSeconds } = highlight
      const words = sameWords(anchor.quote, text) ? 1 : similarity(quote, gramsOf(text))
      const elsewhere =
        words < 1 &&
        seconds !== null &&
        startSeconds !== undefined &&
        Math.abs(seconds - startSeconds) > sameSpotSeconds
      const costs = (kind === anchor.highlightKind ? 0 : otherKindCosts) + (elsewhere ? otherTimeCosts : 0)
      return { highlight, alike: Math.max(0, words - costs) }
    })
    .sort((one, other) => other.alike - one.alike || distance(one, seconds) - distance(other, seconds))
}

function distance({ highlight: { startSeconds } }: Candidate, seconds: number | null): number {
  return seconds === null || startSeconds === undefined ? 0 : Math.abs(startSeconds - seconds)
}

/** One highlight that the service gives twice: whichever it is, the note is on the same words. */
function isTwin({ kind, text }: Highlight, other: Highlight | undefined): boolean {
  return other !== undefined && other.kind === kind && other.text === text
}

function anchorOn({ kind, text, startSeconds }: Highlight): HighlightAnchor {
  const anchor: HighlightAnchor = { kind: 'highlight', highlightKind: kind, quote: text }
  return startSeconds === undefined ? anchor : { ...anchor, startSeconds }
}

function causesOf(anchor: HighlightAnchor, { kind, text, startSeconds }: Highlight): ChangeOfPlace[] {
  const causes: ChangeOfPlace[] = []
  if (anchor.quote !== text) causes.push('highlight-reworded')
  if (anchor.startSeconds !== startSeconds) causes.push('highlight-moved')
  if (anchor.highlightKind !== kind) causes.push('highlight-of-another-kind')
  return causes
}
