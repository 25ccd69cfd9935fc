import { expect, test } from 'vitest'
import { lookAgainWords } from '../../../renderer/tracker/day-words.ts'

test.each([
  [null, null],
  ['2026-11-30', 'Due today'],
  ['2026-11-29', 'Due since yesterday'],
  ['2026-11-02', 'Due since 2 Nov'],
  ['2025-11-02', 'Due since 2 Nov 2025'],
  ['2026-12-01', 'Look again tomorrow'],
  ['2026-12-07', 'Look again on 7 Dec'],
  ['2027-01-07', 'Look again on 7 Jan 2027'],
])('%s is said as “%s”', (day, words) => {
  expect(lookAgainWords(day, '2026-11-30')).toBe(words)
})
