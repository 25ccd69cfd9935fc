import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressOfChoice,
  choiceInAddress,
  everyHighlight,
  type LaneChoice,
  laneChoiceSchema,
  narrowings,
} from '../../../../renderer/highlights/lanes/lane-choice.ts'
import { highlightKinds } from '../../../../shared/models/episode.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('50 %', 'a/b?c#d&e=f', '%25', '日本', '+'),
)

const choices: fc.Arbitrary<LaneChoice> = fc.record({
  lane: fc.oneof(
    fc.constantFrom(...highlightKinds),
    text.map((label) => `other/${label}`),
  ),
  topics: fc.uniqueArray(text, { maxLength: 3 }),
  matching: fc.constantFrom('all', 'any'),
  podcastSlug: fc.option(fc.stringMatching(/^[a-z-]{1,9}$/)),
  fromDay: fc.option(fc.constantFrom('2026-03-04', '1999-12-31')),
  toDay: fc.option(fc.constantFrom('2026-03-05')),
  annotated: fc.constantFrom('any', 'with', 'without'),
})

test('what is listed stands in the address, and is read from it as it was, also once a browser has it as a hash', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const url = new URL('app://earmark/')
      url.hash = addressOfChoice(choice)
      // Of one topic, all and any are the same.
      const same = choice.topics.length > 1 ? choice : { ...choice, matching: 'all' as const }
      expect(choiceInAddress(url.hash)).toEqual(same)
      expect(url.search).toBe('')
    }),
  )
})

test('an address that says nothing asks for nothing, and what cannot be read in one is as if it were not there', () => {
  expect(choiceInAddress('#/highlights')).toBeNull()
  expect(choiceInAddress('#/library')).toBeNull()
  expect(choiceInAddress('')).toBeNull()
  expect(
    choiceInAddress('#/highlights/lane=nonsense&from=yesterday&notes=perhaps&topic=Tea&topic=Tea'),
  ).toEqual({
    lane: 'main-idea',
    ...everyHighlight,
    topics: ['Tea'],
  })
})

test('what was kept by another version is read as far as it can be', () => {
  expect(laneChoiceSchema.parse({ lane: 7, topics: 'all', fromDay: '2026-03-04' })).toEqual({
    lane: 'main-idea',
    ...everyHighlight,
    fromDay: '2026-03-04',
  })
})

test('each thing that narrows counts once, a span of days as one', () => {
  const choice: LaneChoice = { lane: 'other', ...everyHighlight }
  expect(narrowings(choice)).toBe(0)
  expect(
    narrowings({
      ...choice,
      topics: ['a', 'b'],
      fromDay: '2026-03-04',
      toDay: '2026-03-05',
      annotated: 'with',
    }),
  ).toBe(4)
})
