import { expect, test } from 'vitest'
import { readCatalogue } from './catalogue.ts'
import { readJudged } from './judged.ts'
import { measure } from './measure.ts'
import { indexOf } from './search-catalogue.ts'
import { withTypingErrors } from './typing-errors.ts'

const lowestPlace = 5
/** Further down nobody looks. */
const mostRead = 20
/** One error may by chance make another word. */
const seeds = [1, 2, 3, 4, 5]

const catalogue = readCatalogue()
const judged = readJudged(catalogue)
const index = indexOf(catalogue, 1)
const search = (text: string) => index.search(text, mostRead)

test('what a person judged to be the answer comes first, and none of it far down', () => {
  const { meanReciprocalRank, below } = measure(judged, search, lowestPlace)
  expect(below).toEqual([])
  expect(meanReciprocalRank).toBeGreaterThanOrEqual(0.9)
})

test('a letter that is wrong costs next to nothing', () => {
  const losses = seeds.map((seed) => {
    const { wrong, right } = withTypingErrors(judged, seed)
    expect(wrong.length).toBeGreaterThan(40)
    const without = measure(right, search, lowestPlace).meanReciprocalRank
    return without - measure(wrong, search, lowestPlace).meanReciprocalRank
  })
  expect(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toBeLessThanOrEqual(0.05)
})
