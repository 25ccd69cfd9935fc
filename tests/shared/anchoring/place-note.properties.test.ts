import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placedFrom } from '../../../shared/anchoring/bars.ts'
import type { EpisodeState } from '../../../shared/anchoring/episode-state.ts'
import type { Made } from '../../../shared/anchoring/guess.ts'
import { placeNote } from '../../../shared/anchoring/place-note.ts'
import { anchorSchema } from '../../../shared/models/anchor.ts'
import { noteContextSchema } from '../../../shared/models/note-context.ts'
import { placementSchema } from '../../../shared/models/placement.ts'
import { judgedQuotes } from './judged-quotes.ts'
import { made, shifted } from './states.ts'

const seconds = fc.integer({ min: 0, max: 4000 })
const words = fc.oneof(
  fc.constantFrom('Welcome', 'Sponsors', 'Sponsors', 'The outage', 'Who owns the agents', 'Close', '…', ''),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const quotes = fc.oneof(
  fc.constantFrom(...judgedQuotes.flatMap(({ was, reworded, different }) => [was, reworded, different])),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const states: fc.Arbitrary<EpisodeState> = fc.record({
  title: fc.constant('Title'),
  podcastTitle: fc.constant('Podcast'),
  chapters: fc
    .array(fc.record({ startSeconds: seconds, title: words, description: fc.constant('') }), { maxLength: 8 })
    .map((chapters) => chapters.sort((one, other) => one.startSeconds - other.startSeconds)),
  highlights: fc.array(
    fc.record(
      { kind: fc.constantFrom('main-idea', 'practical-takeaway'), text: quotes, startSeconds: seconds },
      { requiredKeys: ['kind', 'text'] },
    ),
    { maxLength: 8 },
  ),
  durationSeconds: fc.option(fc.integer({ min: 1000, max: 5000 })),
})

/** Everything that a note can be made on in an episode. */
function notesOn(state: EpisodeState): Made[] {
  return [
    ...state.highlights.map(({ kind, text, startSeconds }) =>
      made(state, {
        ...{ kind: 'highlight', highlightKind: kind, quote: text },
        ...(startSeconds === undefined ? {} : { startSeconds }),
      }),
    ),
    ...state.chapters.map(({ startSeconds, title }) => made(state, { kind: 'chapter', startSeconds, title })),
    ...[0, 17, 600.5, 3999].map((startSeconds) => made(state, { kind: 'moment', startSeconds })),
    made(state, { kind: 'range', startSeconds: 700, endSeconds: 731.5 }),
    made(state, { kind: 'transcript', startSeconds: 800, endSeconds: 802, quote: 'said' }),
  ]
}

test('no note is ever lost: it has a place, or waits with what it was made on', () => {
  fc.assert(
    fc.property(fc.array(states, { minLength: 1, maxLength: 4 }), fc.nat(), ([now, ...before], which) => {
      if (now === undefined) return
      const all: EpisodeState[] = [now, ...before]
      for (const note of notesOn(all[which % all.length] ?? now)) {
        const found = placeNote(note, [now, ...before])
        if (found === null) continue
        const { placement } = found
        expect(anchorSchema.parse(found.anchor)).toEqual(found.anchor)
        expect(noteContextSchema.parse(found.context)).toEqual(found.context)
        expect(placementSchema.omit({ placedAt: true }).parse(placement)).toEqual(placement)
        expect(placement.was).toEqual(note)
        expect(placement.causes).not.toEqual([])
        if (placement.how !== 'unplaced') expect(placement.sureness).toBeGreaterThanOrEqual(placedFrom)
        else expect(found).toMatchObject(note)
      }
    }),
    { numRuns: 500 },
  )
})

test('nothing changes where nothing changed', () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const note of notesOn(state)) expect(placeNote(note, [state])).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('an episode that is again as it was has its notes where they were, whatever happened in between', () => {
  fc.assert(
    fc.property(states, fc.array(states, { maxLength: 3 }), (state, between) => {
      for (const note of notesOn(state)) expect(placeNote(note, [state, ...between, state])).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('a place that was found is stable: a note made there stands', () => {
  fc.assert(
    fc.property(states, states, (before, now) => {
      for (const note of notesOn(before)) {
        const found = placeNote(note, [now, before])
        expect(placeNote(note, [now, before])).toEqual(found)
        if (found === null || found.placement.how === 'unplaced') continue
        expect(placeNote({ anchor: found.anchor, context: found.context }, [now, before])).toBeNull()
      }
    }),
    { numRuns: 300 },
  )
})

test('an audio that is shifted as a whole has every moment in a chapter shifted by as much', () => {
  const titled = states.map((state) => ({
    ...state,
    chapters: state.chapters.map((each, index) => ({ ...each, title: `Part ${index} of it` })),
    durationSeconds: 4000,
  }))
  fc.assert(
    fc.property(
      titled.filter(({ chapters }) => new Set(chapters.map((each) => each.startSeconds)).size > 1),
      fc.integer({ min: 3, max: 600 }),
      (before, by) => {
        const first = before.chapters[0]?.startSeconds ?? 0
        for (const note of notesOn(before)) {
          const { anchor } = note
          if (anchor.kind !== 'moment' || anchor.startSeconds < first) continue
          const found = placeNote(note, [shifted(before, by), before])
          expect(found?.anchor).toEqual({ kind: 'moment', startSeconds: anchor.startSeconds + by })
        }
      },
    ),
    { numRuns: 200 },
  )
})
