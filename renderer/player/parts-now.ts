import type { Intervals } from '../../shared/heard/intervals.ts'
import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import { useSettings } from '../settings/store.ts'
import { announce } from '../shell/announce.ts'
import { resolveRefs } from './chapter-refs.ts'
import { chapterIndexAt } from './chapters.ts'
import { entryAt, type PlayedParts, partsOf, playsAt, stretchOf } from './played-parts.ts'
import { skippedChapters } from './skipped-chapters.ts'
import { type PlayerEpisode, usePlayer } from './store.ts'
import { chaptersOnAudio } from './timeline.ts'

/** What of the held episode plays by itself. */
type OpenParts = {
  episode: PlayerEpisode | null
  only: readonly ChapterRef[] | null
  rules: readonly string[]
  parts: Intervals
  /** Chapters by their places; -1 is what is before the first. */
  passedOver: ReadonlySet<number>
}

let latest: OpenParts | null = null

/** What plays of the episode in the player. */
export function partsNow(): PlayedParts {
  const { episode, asked, loop } = usePlayer.getState()
  const [looped] = loop === null || episode === null ? [] : resolvedIn(episode, [loop]).found.keys()
  return {
    parts: openParts().parts,
    asked,
    loop: looped === undefined ? null : stretchOf(episode?.chapters ?? [], looped),
  }
}

/** Which chapters of it do not, by their places; -1 is what is before the first. The same set until something changes. */
export function passedOverNow(): ReadonlySet<number> {
  return openParts().passedOver
}

function openParts(): OpenParts {
  const { episode, only } = usePlayer.getState()
  const rules = useSettings.getState().skipWords
  const isSame = latest?.episode === episode && latest.only === only && latest.rules === rules
  if (latest === null || !isSame) latest = { episode, only, rules, ...foundParts(episode, only, rules) }
  return latest
}

/** Before a person's own jump: what they go to plays, although it would not, and what is repeated is left with it. */
export function personGoesTo(seconds: number): void {
  const { episode } = usePlayer.getState()
  if (episode === null) return
  const { parts, loop } = partsNow()
  if (loop !== null && !playsAt([loop], seconds)) {
    usePlayer.setState({ loop: null })
    announce('The chapter is no longer repeated.')
  }
  const index = chapterIndexAt(episode.chapters, seconds)
  usePlayer.setState({ asked: playsAt(parts, seconds) ? null : stretchOf(episode.chapters, index) })
}

/** Where playing goes on from a moment; `null` when nothing of the episode plays. */
export function entryFrom(seconds: number): number | null {
  return entryAt(partsNow(), seconds)
}

/** By their places, the chapters that are meant, and what is none of them any more. */
export function resolvedIn(episode: PlayerEpisode, refs: readonly ChapterRef[]) {
  return resolveRefs(chaptersOnAudio(refs, episode.offsetSeconds), episode.chapters)
}

/** The same of any episode. */
export function foundParts(
  episode: PlayerEpisode | null,
  only: readonly ChapterRef[] | null,
  rules: readonly string[],
): Pick<OpenParts, 'parts' | 'passedOver'> {
  if (episode === null) return { parts: [], passedOver: new Set() }
  const { chapters, skips, offsetSeconds } = episode
  const chosen = only === null ? null : resolvedIn(episode, only).found
  const skipped = skippedChapters(chapters, chaptersOnAudio(skips, offsetSeconds), rules)
  const plays = (index: number): boolean => chosen?.has(index) ?? !skipped.has(index)
  const places = [-1, ...chapters.keys()]
  return {
    parts: partsOf(chapters, plays),
    passedOver: new Set(places.filter((index) => !plays(index))),
  }
}
