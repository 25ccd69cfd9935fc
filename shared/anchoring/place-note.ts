import type { Anchor } from '../models/anchor.ts'
import type { NoteContext } from '../models/note-context.ts'
import type { Placement } from '../models/placement.ts'
import { placedFrom, sureFrom } from './bars.ts'
import { chapterIn, type EpisodeState } from './episode-state.ts'
import type { Guess, Made } from './guess.ts'
import { noteContext } from './note-context.ts'
import { isChapter, placeChapter } from './place-chapter.ts'
import { isHighlight, placeHighlight } from './place-highlight.ts'
import { placeTime } from './place-time.ts'

/** Where a note is now, and how it came there. */
export type FoundPlace = { anchor: Anchor; context: NoteContext; placement: Omit<Placement, 'placedAt'> }

/**
 * Where what a note was made on is in an episode, of which `states` are how it is now and how it was before, newest first;
 * `null` when it stands as it was made. It depends on nothing else: not on where it was found before, nor on the clock.
 */
export function placeNote(made: Made, states: readonly [EpisodeState, ...EpisodeState[]]): FoundPlace | null {
  const [now] = states
  const at = madeIn(made, states)
  if (at === 0) return null
  const before = states[at]
  const guess =
    before === undefined ? step(made, keptState(made.context), now, false) : step(made, before, now, true)
  if (guess === null) return null
  if (at <= 1 || guess.sureness >= sureFrom) return judged(made, guess, now)
  const byWay = stepByStep(made, states.slice(0, at + 1).reverse())
  return judged(made, byWay !== null && byWay.sureness > guess.sureness ? byWay : guess, now)
}

/**
 * Which state the note was made on; -1 when no change goes back so far. One before the first chapter kept nothing but the length of the
 * audio to tell by.
 */
function madeIn(made: Made, states: readonly EpisodeState[]): number {
  const { durationSeconds } = made.context
  const sameLength = states.findIndex(
    (state) => state.durationSeconds === durationSeconds && stoodIn(made, state),
  )
  if (sameLength !== -1 && made.anchor.kind !== 'highlight' && made.context.chapterTitle === null)
    return sameLength
  return states.findIndex((state) => stoodIn(made, state))
}

/** Whether the note can have been made on that state of the episode: what it kept is there as it kept it. */
function stoodIn({ anchor, context }: Made, state: EpisodeState): boolean {
  switch (anchor.kind) {
    case 'highlight':
      return state.highlights.some((highlight) => isHighlight(anchor, highlight))
    case 'chapter':
      return state.chapters.some((chapter) => isChapter(anchor, chapter))
    case 'moment':
    case 'range':
    case 'transcript': {
      const { chapterTitle: title, chapterStartSeconds } = context
      if (title === null || chapterStartSeconds === null)
        return chapterIn(state, anchor.startSeconds) === null
      return (
        !isBeyond(anchor.startSeconds, context, state) &&
        state.chapters.some((each) => each.title === title && each.startSeconds === chapterStartSeconds)
      )
    }
  }
}

/** Past the end of the audio, where it was within it when the note was made. */
function isBeyond(seconds: number, made: NoteContext, { durationSeconds }: EpisodeState): boolean {
  if (durationSeconds === null || made.durationSeconds === null) return false
  return seconds > durationSeconds && seconds <= made.durationSeconds
}

/** All that is known where no change of the episode goes back as far as the note. */
function keptState(context: NoteContext): EpisodeState {
  const {
    episodeTitle,
    podcastTitle,
    chapterTitle: title,
    chapterStartSeconds: startSeconds,
    durationSeconds,
  } = context
  const chapters = title === null || startSeconds === null ? [] : [{ title, startSeconds, description: '' }]
  return { title: episodeTitle, podcastTitle, chapters, highlights: [], durationSeconds }
}

/** `null` when nothing of it changed. */
function step(made: Made, before: EpisodeState, now: EpisodeState, isWhole: boolean): Guess | null {
  const { anchor } = made
  switch (anchor.kind) {
    case 'highlight':
      return placeHighlight(anchor, before, now, isWhole)
    case 'chapter':
      return placeChapter(anchor, before, now, isWhole)
    case 'moment':
    case 'range':
    case 'transcript': {
      const found = placeTime(anchor.startSeconds, before, now, isWhole)
      return found === null ? null : { ...found, anchor: movedTo(anchor, found.seconds) }
    }
  }
}

type TimedAnchor = Extract<Anchor, { kind: 'moment' | 'range' | 'transcript' }>

/** It keeps its length. */
function movedTo(anchor: TimedAnchor, startSeconds: number): TimedAnchor {
  if (anchor.kind === 'moment') return { ...anchor, startSeconds }
  return { ...anchor, startSeconds, endSeconds: startSeconds + (anchor.endSeconds - anchor.startSeconds) }
}

/** A trail is as sure as its least sure step, and a little less with each. */
const perFurtherStep = 0.95

/** Follows each change in turn, oldest first, as one that was reworded twice is like neither end alone. `null` where the trail is lost. */
function stepByStep(made: Made, states: readonly EpisodeState[]): Guess | null {
  let [anchor, sureness] = [made.anchor, 0]
  let last: Guess | null = null
  const causes = new Set<Guess['causes'][number]>()
  for (const [index, before] of states.entries()) {
    const after = states[index + 1]
    if (after === undefined) break
    const guess = step({ anchor, context: made.context }, before, after, true)
    if (guess === null) continue
    if (guess.anchor === null || guess.sureness < placedFrom) return null
    anchor = guess.anchor
    sureness = last === null ? guess.sureness : Math.min(sureness, guess.sureness) * perFurtherStep
    for (const cause of guess.causes) causes.add(cause)
    last = guess
  }
  return last === null ? null : { ...last, anchor, sureness, causes: [...causes] }
}

function judged({ anchor, context }: Made, guess: Guess, now: EpisodeState): FoundPlace {
  const { how, causes } = guess
  const sureness = Math.round(guess.sureness * 100) / 100
  const was = { anchor, context }
  if (guess.anchor !== null && sureness >= placedFrom) {
    const found = noteContext(now, guess.anchor.startSeconds ?? null)
    return {
      anchor: guess.anchor,
      context: found,
      placement: { how, sureness, causes, was, suggestion: null },
    }
  }
  const suggestion = guess.anchor === null ? null : { anchor: guess.anchor, how, sureness }
  return { ...was, placement: { how: 'unplaced', sureness, causes, was, suggestion } }
}
