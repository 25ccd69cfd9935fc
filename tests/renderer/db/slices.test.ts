import { expect, test, vi } from 'vitest'
import { inSlices, nextTurn, takeSlice } from '../../../renderer/db/slices.ts'

function* steps(count: number, step: (at: number) => void): Generator<void, string> {
  for (let at = 0; at < count; at += 1) {
    step(at)
    yield
  }
  return 'done'
}

test('few short steps are done in one slice', () => {
  expect(takeSlice(steps(10, () => undefined))).toEqual({ value: 'done' })
})

test('a slice ends when its time is over, and the next one goes on where it stopped', () => {
  let nowMs = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  try {
    const taken: number[] = []
    const some = steps(6, (at) => {
      taken.push(at)
      nowMs += 3
    })
    expect(takeSlice(some)).toBeNull()
    expect(taken).toEqual([0, 1])
    expect(takeSlice(some)).toBeNull()
    expect(taken).toEqual([0, 1, 2, 3])
    expect(takeSlice(some)).toBeNull()
    expect(takeSlice(some)).toEqual({ value: 'done' })
  } finally {
    clock.mockRestore()
  }
})

test('between slices what waits has its turn', async () => {
  let nowMs = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  try {
    const order: string[] = []
    const other = nextTurn().then(() => order.push('other'))
    const sliced = inSlices(
      steps(2, (at) => {
        order.push(`step ${at}`)
        nowMs += 10
      }),
    )
    expect(await sliced).toBe('done')
    await other
    expect(order).toEqual(['step 0', 'other', 'step 1'])
  } finally {
    clock.mockRestore()
  }
})
