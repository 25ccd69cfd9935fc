import { expect, test } from 'vitest'
import { placedFrom, surenessOf, tellingLead } from '../../../shared/anchoring/bars.ts'
import { gramsOf, sameWords, similarity } from '../../../shared/anchoring/similarity.ts'
import { judgedQuotes } from './judged-quotes.ts'

const alike = (one: string, other: string) => similarity(gramsOf(one), gramsOf(other))

test.each(judgedQuotes)('knows “$was” again, and no other for it', ({ was, reworded, different }) => {
  expect(surenessOf(alike(was, reworded))).toBeGreaterThanOrEqual(placedFrom)
  expect(surenessOf(alike(was, different))).toBeLessThan(placedFrom)
  expect(surenessOf(alike(reworded, different))).toBeLessThan(placedFrom)
  expect(alike(was, reworded) - alike(was, different)).toBeGreaterThan(tellingLead)
})

test('quotes on other subjects are far from the bar', () => {
  const others = judgedQuotes.flatMap((one) =>
    judgedQuotes
      .filter((other) => other !== one)
      .flatMap(({ was, different }) => [alike(one.was, was), alike(one.was, different)]),
  )
  expect(Math.max(...others)).toBeLessThanOrEqual(0.3)
})

test('case, accents, punctuation and spaces do not count', () => {
  expect(alike('Café: “test” it,  twice!', 'cafe test IT twice')).toBe(1)
  expect(sameWords('Café: “test” it,  twice!', 'cafe test IT twice')).toBe(true)
})

test('texts without words are alike to nothing, also not to each other', () => {
  expect(alike('…', '…')).toBe(0)
  expect(sameWords('…', '!')).toBe(false)
  expect(alike('', 'words')).toBe(0)
})
