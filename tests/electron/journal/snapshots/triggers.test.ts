import { expect, it } from 'vitest'
import { createSnapshotTriggers } from '../../../../electron/journal/snapshots/triggers.ts'
import { handTimers } from '../../hand-timers.ts'

const minuteMs = 60_000

function arranged() {
  const timers = handTimers()
  const takenAt: number[] = []
  const startMs = timers.now()
  let takes = true
  const triggers = createSnapshotTriggers(timers, async () => {
    takenAt.push((timers.now() - startMs) / minuteMs)
    return takes
  })
  /** Minute by minute, so that what follows a snapshot has its turn. */
  const pass = async (minutes: number, each: () => void = () => {}): Promise<void> => {
    await new Promise(setImmediate)
    for (let minute = 0; minute < minutes; minute += 1) {
      timers.advance(minuteMs)
      await new Promise(setImmediate)
      each()
    }
  }
  return { timers, triggers, takenAt, pass, setTakes: (value: boolean) => (takes = value) }
}

it('takes one five minutes after a change, and none without', async () => {
  const { triggers, takenAt, pass } = arranged()
  await pass(30)
  triggers.written(100)
  await pass(60)
  expect(takenAt).toEqual([35])
})

it('takes one every ten minutes while changes go on coming', async () => {
  const { triggers, takenAt, pass } = arranged()
  await pass(60, () => triggers.written(100))
  expect(takenAt).toEqual([6, 16, 26, 36, 46, 56])
})

it('takes one at once when much was written, but not again within a minute', async () => {
  const { triggers, takenAt, pass } = arranged()
  for (let index = 0; index < 20; index += 1) triggers.written(1024 * 1024)
  await pass(3)
  expect(takenAt).toEqual([0, 1])
})

it('tries again after ten minutes what it could not take', async () => {
  const { triggers, takenAt, pass, setTakes } = arranged()
  setTakes(false)
  triggers.written(100)
  await pass(20)
  expect(takenAt).toEqual([5, 15])
  setTakes(true)
  await pass(60)
  expect(takenAt).toEqual([5, 15, 25])
})

it('takes one on the way out if anything changed, and waits for the one under way', async () => {
  const { triggers, takenAt } = arranged()
  await triggers.takeIfChanged()
  expect(takenAt).toEqual([])
  triggers.written(100)
  await triggers.takeIfChanged()
  await triggers.takeIfChanged()
  expect(takenAt).toEqual([0])
})

it('counts on when the clock is set back or ahead', async () => {
  const { timers, triggers, takenAt, pass } = arranged()
  triggers.written(100)
  timers.turnBack(600 * minuteMs)
  await pass(5)
  expect(takenAt).toHaveLength(1)
})

it('leaves no timer behind when it is stopped', async () => {
  const { timers, triggers, takenAt, pass } = arranged()
  triggers.written(100)
  await pass(6)
  triggers.written(100)
  await triggers.stop()
  expect(timers.waiting()).toEqual([])
  triggers.written(10_000_000)
  expect(takenAt).toHaveLength(1)
})
