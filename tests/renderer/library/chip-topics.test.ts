import { expect, test } from 'vitest'
import { chipTopics, hasMoreTopics } from '../../../renderer/library/chip-topics.ts'

const totals = new Map(Array.from({ length: 12 }, (_, index) => [`Topic ${index}`, 100 - index] as const))

function namesOf(chosen: string[], shown: 'usual' | 'all' = 'usual'): string[] {
  return chipTopics({ totals, counts: totals }, chosen, shown).map(({ topic }) => topic)
}

test('the most frequent topics stand there, the others wait behind a button', () => {
  expect(namesOf([])).toEqual(['Topic 0', 'Topic 1', 'Topic 2', 'Topic 3', 'Topic 4', 'Topic 5'])
  expect(hasMoreTopics(totals)).toBe(true)
  expect(namesOf([], 'all')).toHaveLength(12)
})

test('choosing a topic moves none that is there', () => {
  expect(namesOf(['Topic 4', 'Topic 2'])).toEqual(namesOf([]))
})

test('a chosen topic from beyond the usual ones stays visible, at the end', () => {
  expect(namesOf(['Topic 9'])).toEqual([...namesOf([]), 'Topic 9'])
})

test('a chosen topic that has left the library can still be taken away', () => {
  expect(chipTopics({ totals, counts: totals }, ['Gone'], 'all').at(-1)).toEqual({
    topic: 'Gone',
    count: 0,
    chosen: true,
  })
})

test('a library with few topics shows them all', () => {
  const few = new Map([...totals].slice(0, 10))
  expect(hasMoreTopics(few)).toBe(false)
  expect(chipTopics({ totals: few, counts: few }, [], 'usual')).toHaveLength(10)
})

test('topics of one frequency stand by name, whatever their case', () => {
  const same = new Map([
    ['beta', 1],
    ['Alpha', 1],
    ['gamma', 2],
  ])
  expect(chipTopics({ totals: same, counts: same }, [], 'usual').map(({ topic }) => topic)).toEqual([
    'gamma',
    'Alpha',
    'beta',
  ])
})
