import { expect, test } from 'vitest'
import { createPacer } from '../../../electron/sync/pacer.ts'
import { handTimers } from '../hand-timers.ts'

function arrange() {
  const timers = handTimers()
  const ranAt: number[] = []
  const startMs = timers.now()
  return { timers, ranAt, pacer: createPacer(timers, 1000, () => ranAt.push(timers.now() - startMs)) }
}

test('runs at once, and for all that is asked for soon after, once', () => {
  const { timers, ranAt, pacer } = arrange()
  pacer.soon()
  pacer.soon()
  timers.advance(400)
  pacer.soon()
  timers.advance(5000)
  expect(ranAt).toEqual([0, 1000])
})

test('a clock that is set back does not make it wait', () => {
  const { timers, ranAt, pacer } = arrange()
  pacer.soon()
  timers.turnBack(3_600_000)
  pacer.soon()
  expect(ranAt).toHaveLength(2)
})

test('runs no more once stopped', () => {
  const { timers, ranAt, pacer } = arrange()
  pacer.soon()
  pacer.soon()
  pacer.stop()
  timers.advance(5000)
  expect(ranAt).toEqual([0])
})
