import { expect, test } from 'vitest'
import { unlistedText } from '../../../renderer/podcasts/unlisted-text.ts'

test.each([
  [1, 'one episode more'],
  [28, '28 episodes more'],
])('says that the list leaves %i out', (countDifference, words) => {
  expect(unlistedText({ countDifference, sweeping: false })).toContain(words)
})

test('says when the whole list is read again', () => {
  expect(unlistedText({ countDifference: 3, sweeping: true })).toContain('at the next check')
  expect(unlistedText({ countDifference: 3, sweeping: false })).toContain('within a week')
})

test.each([null, 0, -3])('says nothing where nothing is missing: %s', (countDifference) => {
  expect(unlistedText({ countDifference, sweeping: false })).toBeNull()
})
