import { expect, test } from 'vitest'
import { createSyncSchedule } from '../../../electron/sync/schedule.ts'
import type { SyncReason } from '../../../shared/ipc/contract.ts'
import { handTimers } from '../hand-timers.ts'

const minute = 60_000

function arrange() {
  const timers = handTimers()
  const reasons: SyncReason[] = []
  const schedule = createSyncSchedule({ emit: (reason) => reasons.push(reason), timers })
  return { timers, reasons, schedule }
}

test('says so at the start and every half hour from then on', () => {
  const { timers, reasons, schedule } = arrange()
  schedule.start()
  timers.advance(29 * minute)
  expect(reasons).toEqual(['start'])
  timers.advance(31 * minute)
  expect(reasons).toEqual(['start', 'interval', 'interval'])
})

test('says so on waking and on coming online, and counts the half hour from there', () => {
  const { timers, reasons, schedule } = arrange()
  schedule.start()
  timers.advance(10 * minute)
  schedule.wake()
  timers.advance(25 * minute)
  schedule.online()
  timers.advance(29 * minute)
  expect(reasons).toEqual(['start', 'wake', 'online'])
  timers.advance(minute)
  expect(reasons).toEqual(['start', 'wake', 'online', 'interval'])
})

test('does not say it twice within seconds, but does not lose the later reason either', () => {
  const { timers, reasons, schedule } = arrange()
  schedule.start()
  timers.advance(10 * minute)
  schedule.wake()
  timers.advance(1000)
  schedule.online()
  schedule.online()
  expect(reasons).toEqual(['start', 'wake'])
  timers.advance(4000)
  expect(reasons).toEqual(['start', 'wake', 'online'])
})

test('does not fall silent when the clock is set back', () => {
  const { timers, reasons, schedule } = arrange()
  schedule.start()
  timers.turnBack(365 * 24 * 60 * minute)
  schedule.online()
  timers.advance(5000)
  expect(reasons).toEqual(['start', 'online'])
})

test('says nothing any more once stopped', () => {
  const { timers, reasons, schedule } = arrange()
  schedule.start()
  schedule.stop()
  schedule.wake()
  timers.advance(60 * minute)
  expect(reasons).toEqual(['start'])
})
