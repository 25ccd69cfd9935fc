import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { slicedTogether } from '../../../renderer/db/sliced-together.ts'

let nowMs = 0
const told: string[][] = []

beforeEach(() => {
  told.length = 0
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
})
afterEach(() => vi.restoreAllMocks())

/** Steps of 3 ms; a slice has time for two of them. */
function* steps(count: number, outcome: string): Generator<void, string> {
  for (let at = 0; at < count; at += 1) {
    nowMs += 3
    yield
  }
  return outcome
}

function begin(count: number, outcome: string): () => void {
  return slicedTogether(
    steps(count, outcome),
    (value) => told.at(-1)?.push(value),
    (tellAll) => {
      told.push([])
      tellAll()
    },
  )
}

test('what one slice is enough for is told at the end of the turn, all of it at once', async () => {
  begin(1, 'list')
  begin(1, 'sidebar')
  expect(told).toEqual([])
  await Promise.resolve()
  expect(told).toEqual([['list', 'sidebar']])
})

test('what is done sooner waits for what was begun with it', async () => {
  begin(1, 'sidebar')
  begin(9, 'list')
  await Promise.resolve()
  expect(told).toEqual([])
  await vi.waitFor(() => expect(told).toEqual([['sidebar', 'list']]))
})

test('what is begun in another turn does not wait', async () => {
  begin(9, 'list')
  await Promise.resolve()
  begin(1, 'topics')
  await Promise.resolve()
  expect(told).toEqual([['topics']])
  await vi.waitFor(() => expect(told).toEqual([['topics'], ['list']]))
})

test('what is given up is not told, and nothing waits for it', async () => {
  begin(1, 'sidebar')
  const giveUp = begin(9, 'list')
  await Promise.resolve()
  giveUp()
  await Promise.resolve()
  expect(told).toEqual([['sidebar']])
  await vi.waitFor(() => expect(told).toHaveLength(1))
})
