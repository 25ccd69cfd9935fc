import { expect, test } from 'vitest'
import type { Highlight } from '../../../shared/models/episode.ts'
import { inLane, kindOfLane, laneCountsOf, lanesOf } from '../../../shared/models/highlight-lane.ts'

const idea: Highlight = { kind: 'main-idea', text: 'Small changes.' }
const question: Highlight = { kind: 'other', label: 'Open question', text: 'Who decides?' }
const plain: Highlight = { kind: 'other', text: 'A word.' }

test('what the service words itself is listed under its word, and among all others', () => {
  expect(lanesOf(idea)).toEqual(['main-idea'])
  expect(lanesOf(plain)).toEqual(['other'])
  expect(lanesOf(question)).toEqual(['other', 'other/open question'])
})

test('a word is the same however it is written, also one with a slash in it', () => {
  const shouted: Highlight = { ...question, label: 'OPEN QUESTION' }
  const slashed: Highlight = { ...question, label: 'Pro/Con' }
  expect(inLane([idea, question, plain, shouted, slashed], 'other/open question')).toEqual([
    question,
    shouted,
  ])
  expect(inLane([idea, question, slashed], 'other/pro/con')).toEqual([slashed])
  expect(inLane([idea, question, plain], 'other')).toEqual([question, plain])
})

test('counts of an episode are by word, in the order in which they come', () => {
  expect(laneCountsOf([question, idea, plain, question])).toEqual([
    { word: 'other/Open question', count: 2 },
    { word: 'main-idea', count: 1 },
    { word: 'other', count: 1 },
  ])
})

test('a lane tells its kind, and what is no lane tells none', () => {
  expect(kindOfLane('other/open question')).toBe('other')
  expect(kindOfLane('failure-mode')).toBe('failure-mode')
  expect(kindOfLane('constructor')).toBeNull()
  expect(kindOfLane('')).toBeNull()
})
