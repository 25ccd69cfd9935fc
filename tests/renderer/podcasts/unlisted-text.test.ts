import { expect, test } from 'vitest'
import { unlistedText } from '../../../renderer/podcasts/unlisted-text.ts'

test.each([
  [1, 'one episode more'],
  [28, '28 episodes more'],
])('says that the list leaves %i out', (difference, words) => {
  expect(unlistedText(difference)).toContain(words)
})

test.each([null, 0, -3])('says nothing where nothing is missing: %s', (difference) => {
  expect(unlistedText(difference)).toBeNull()
})
