import { expect, test } from 'vitest'
import { keptTables } from '../../../renderer/db/kept-tables.ts'
import type { KeptTable } from '../../../renderer/db/rows.ts'
import { broughtUpText } from '../../../renderer/home/brought-up-words.ts'

const nothing = {
  missing: new Map<KeptTable, number>(),
  older: new Map<KeptTable, number>(),
  deleted: 0,
  notUnderstood: 0,
}

test('nothing is said of nothing', () => {
  expect(broughtUpText(nothing, 'in-step')).toBeNull()
})

test('what was lost is said with what became of it', () => {
  expect(broughtUpText({ ...nothing, missing: new Map([['annotations', 3]]) }, 'in-step')).toBe(
    'Earmark’s database had lost 3 notes; they were put back from the second home.',
  )
  expect(broughtUpText({ ...nothing, missing: new Map([['requests', 1]]) }, 'in-step')).toBe(
    'Earmark’s database had lost 1 request; it was put back from the second home.',
  )
})

test('a whole library is said to have come back', () => {
  const missing = new Map<KeptTable, number>([
    ['queue', 2],
    ['podcasts', 1],
    ['annotations', 20_000],
  ])
  expect(broughtUpText({ ...nothing, missing }, 'empty')).toBe(
    'Earmark’s database was empty. From the second home came back: 20,000 notes, 1 podcast, and 2 episodes in Up next. Episodes are synced again.',
  )
})

test('another second home has lost nothing', () => {
  const both = {
    ...nothing,
    missing: new Map([['drafts', 1] as const]),
    older: new Map([['listening', 2] as const]),
  }
  expect(broughtUpText(both, 'apart')).toBe(
    'The second home held 1 unfinished note that your library did not; it was added. Of 2 listening positions the second home held a later version, which you see now.',
  )
})

test('changes, deletions and what a newer version wrote are said as well', () => {
  expect(
    broughtUpText(
      { ...nothing, older: new Map([['annotations', 1]]), deleted: 1, notUnderstood: 2 },
      'in-step',
    ),
  ).toBe(
    'Earmark’s database had lost the last changes of 1 note; they were put back from the second home. One thing that you had deleted was still there, and was taken out again. 2 things were written by a newer Earmark; they stay in the second home.',
  )
})

test.each(keptTables)('%s have a word', (kind) => {
  expect(broughtUpText({ ...nothing, missing: new Map([[kind, 1]]) }, 'in-step')).toMatch(/had lost 1 \w+/)
})
