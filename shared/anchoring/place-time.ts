import type { ChangeOfPlace, PlacedBy } from '../models/placement.ts'
import { sameLengthSeconds, surenessOf } from './bars.ts'
import { chapterIn, type EpisodeState, endOfChapter } from './episode-state.ts'
import { type ChapterMatch, commonShift, isNear, matchChapters, shiftOf } from './match-chapters.ts'

/** Where a moment is now. */
type TimeGuess = { seconds: number; how: PlacedBy; sureness: number; causes: ChangeOfPlace[] }

/**
 * Where a second of the audio went between two states of its episode; `null` when nothing says that it went anywhere. `isWhole`:
 * `before` has all chapters that there were, not only the one that a note kept.
 */
export function placeTime(
  seconds: number,
  before: EpisodeState,
  now: EpisodeState,
  isWhole: boolean,
): TimeGuess | null {
  const matches = matchChapters(before.chapters, now.chapters)
  const index = matches.findLastIndex(({ from }) => from.startSeconds <= seconds)
  const match = matches[index]
  const guess =
    match?.to == null
      ? byNeighbours(seconds, matches, index, before, now)
      : byChapter(seconds, matches, index, before, now, isWhole)
  return withinAudio(seconds, guess, before, now)
}

function byChapter(
  seconds: number,
  matches: readonly ChapterMatch[],
  index: number,
  before: EpisodeState,
  now: EpisodeState,
  isWhole: boolean,
): TimeGuess | null {
  const match = matches[index]
  const shift = match === undefined ? null : shiftOf(match)
  if (match === undefined || match.to === null || shift === null) return null
  const renamed: ChangeOfPlace[] = match.by === 'title' ? [] : ['chapter-renamed']
  if (shift === 0 || (isWhole && isOnlyCut(seconds, matches, index, before, now))) {
    return renamed.length === 0 ? null : { seconds, how: 'chapter', sureness: 0.95, causes: renamed }
  }
  const withAll = isNearShift(shift, commonShift(matches))
  const end = endOfChapter(now, match.to)
  const fits = end === null || seconds + shift <= end
  const sureness =
    match.by === 'reworded-title' ? surenessOf(match.alike) : withAll ? 0.98 : isWhole ? 0.95 : 0.85
  return {
    seconds: seconds + shift,
    how: 'chapter',
    sureness: fits ? sureness : Math.min(sureness, 0.7),
    causes: [...renamed, withAll ? 'audio-shifted' : 'chapter-moved'],
  }
}

/**
 * Whether a chapter merely begins elsewhere in the same audio: what lies before and after it stayed, so no second of the audio
 * between them can have moved much, and a moment in it is the same moment.
 */
function isOnlyCut(
  seconds: number,
  matches: readonly ChapterMatch[],
  index: number,
  before: EpisodeState,
  now: EpisodeState,
): boolean {
  const [last, next] = [matches[index - 1], matches[index + 1]]
  const endStays = next === undefined ? haveSameLength(before, now) : stays(next)
  return endStays && (last === undefined || stays(last)) && chapterIn(now, seconds) === matches[index]?.to
}

/** Of a moment whose chapter is gone, or that lies before the first one. */
function byNeighbours(
  seconds: number,
  matches: readonly ChapterMatch[],
  index: number,
  before: EpisodeState,
  now: EpisodeState,
): TimeGuess | null {
  const gone: ChangeOfPlace[] = index === -1 ? [] : ['chapter-gone']
  const earlier = matches.slice(0, Math.max(0, index)).findLast(isKnown)
  const later = matches.slice(index + 1).find(isKnown)
  const [one, other] = [earlier, later].map((match) => (match === undefined ? null : shiftOf(match)))
  const shift = one ?? other ?? null
  if (shift === null) {
    return gone.length === 0
      ? null
      : { seconds, how: 'time', sureness: surenessByLength(before, now), causes: gone }
  }
  if (shift === 0 && gone.length === 0) return null
  const causes: ChangeOfPlace[] = shift === 0 ? gone : [...gone, 'audio-shifted']
  return { seconds: seconds + shift, how: 'time', sureness: surenessBetween(one, other, matches), causes }
}

function surenessBetween(
  one: number | null | undefined,
  other: number | null | undefined,
  matches: readonly ChapterMatch[],
): number {
  if (one != null && other != null) return isNear(one, other) ? 0.85 : 0.4
  return isNearShift(one ?? other ?? 0, commonShift(matches)) ? 0.8 : 0.65
}

/** Where no chapter tells anything, an audio of the same length is probably the same. */
function surenessByLength(before: EpisodeState, now: EpisodeState): number {
  if (before.durationSeconds === null || now.durationSeconds === null) return 0.5
  return haveSameLength(before, now) ? 0.7 : 0.4
}

/** A place that the audio no longer has is none. */
function withinAudio(
  seconds: number,
  guess: TimeGuess | null,
  before: EpisodeState,
  now: EpisodeState,
): TimeGuess | null {
  const at = guess?.seconds ?? seconds
  if (guess !== null && at < 0) return { ...guess, seconds: 0, sureness: Math.min(guess.sureness, 0.5) }
  const [lengthBefore, length] = [before.durationSeconds, now.durationSeconds]
  if (lengthBefore === null || length === null || seconds > lengthBefore) return guess
  if (at <= length + sameLengthSeconds) return guess
  const causes = guess?.causes ?? []
  return { seconds: length, how: 'time', sureness: 0.3, causes: [...causes, 'audio-shortened'] }
}

/** Whether a chapter tells how its audio moved. That something begins at the very beginning tells nothing. */
function isKnown({ from, to, by }: ChapterMatch): boolean {
  return to !== null && (by === 'title' || (by === 'start' && from.startSeconds > 0))
}

function stays(match: ChapterMatch): boolean {
  return isNearShift(shiftOf(match), 0)
}

function isNearShift(shift: number | null, other: number | null): boolean {
  return shift !== null && other !== null && isNear(shift, other)
}

function haveSameLength(one: EpisodeState, other: EpisodeState): boolean {
  const [length, otherLength] = [one.durationSeconds, other.durationSeconds]
  return length !== null && otherLength !== null && Math.abs(length - otherLength) <= sameLengthSeconds
}
