import type { Anchor } from '../models/anchor.ts'
import type { Chapter } from '../models/episode.ts'
import type { ChangeOfPlace } from '../models/placement.ts'
import { surenessOf } from './bars.ts'
import { chapterIn, type EpisodeState } from './episode-state.ts'
import type { Guess } from './guess.ts'
import { commonShift, isNear, matchChapters, shiftOf } from './match-chapters.ts'
import { placeTime } from './place-time.ts'

export type ChapterAnchor = Extract<Anchor, { kind: 'chapter' }>

export function isChapter(anchor: ChapterAnchor, { title, startSeconds }: Chapter): boolean {
  return anchor.title === title && anchor.startSeconds === startSeconds
}

/** Finds a chapter by its title, else by its start; `null` when it is where it was. */
export function placeChapter(
  anchor: ChapterAnchor,
  before: EpisodeState,
  now: EpisodeState,
  isWhole: boolean,
): Guess | null {
  const matches = matchChapters(before.chapters, now.chapters)
  const match = matches.find(({ from }) => isChapter(anchor, from))
  if (match?.to == null) return chapterAround(anchor, before, now, isWhole)
  const { to, by, alike } = match
  const shift = shiftOf(match) ?? 0
  const common = commonShift(matches)
  const moved: ChangeOfPlace[] =
    shift === 0 ? [] : [common !== null && isNear(common, shift) ? 'audio-shifted' : 'chapter-moved']
  if (by === 'title' && to.title === anchor.title) {
    return moved.length === 0 ? null : { anchor: anchorOn(to), how: 'quote', sureness: 0.97, causes: moved }
  }
  const found = by === 'title' ? 0.97 : surenessOf(alike)
  const causes: ChangeOfPlace[] = ['chapter-renamed', ...moved]
  // What begins where it began is the same stretch of audio, whatever it is called now.
  return by === 'start' && found < 0.75
    ? { anchor: anchorOn(to), how: 'chapter', sureness: 0.75, causes }
    : { anchor: anchorOn(to), how: 'quote', sureness: found, causes }
}

/** Of one that is gone: the chapter that its start lies in now. */
function chapterAround(
  anchor: ChapterAnchor,
  before: EpisodeState,
  now: EpisodeState,
  isWhole: boolean,
): Guess {
  const time = placeTime(anchor.startSeconds, before, now, isWhole)
  const seconds = time?.seconds ?? anchor.startSeconds
  const chapter = chapterIn(now, seconds)
  return {
    anchor: chapter === null ? { kind: 'moment', startSeconds: seconds } : anchorOn(chapter),
    how: 'time',
    sureness: Math.min(0.5, time?.sureness ?? 0.5),
    causes: ['chapter-gone'],
  }
}

function anchorOn({ startSeconds, title }: Chapter): ChapterAnchor {
  return { kind: 'chapter', startSeconds, title }
}
