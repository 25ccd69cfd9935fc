import { afterEach, expect, test, vi } from 'vitest'
import {
  hideProgress,
  progressOf,
  readShower,
  showProgress,
  showStopping,
  useSyncProgress,
} from '../../../renderer/sync/progress.ts'

const progress = (slug: string) => progressOf(useSyncProgress.getState(), slug)

afterEach(() => {
  vi.useRealTimers()
})

test('a podcast whose slug every object inherits is being synced only while it is', () => {
  expect(progress('constructor')).toBeUndefined()
  showProgress('constructor', { phase: 'queued', received: 0, expected: null })
  expect(progress('constructor')?.phase).toBe('queued')
  hideProgress('constructor')
  expect(progress('constructor')).toBeUndefined()
})

test('the first page shows at once, those right after it do not, and a later one does', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const show = readShower('talks')
  show(128, 1000)
  expect(progress('talks')).toEqual({ phase: 'reading', received: 128, expected: 1000 })
  show(256, 1000)
  expect(progress('talks')?.received).toBe(128)
  vi.advanceTimersByTime(400)
  show(384, 1000)
  expect(progress('talks')?.received).toBe(384)
  hideProgress('talks')
})

test('a pass that is stopping goes on saying so while its last page comes in', () => {
  showProgress('talks', { phase: 'reading', received: 0, expected: null })
  showStopping('talks')
  readShower('talks')(128, null)
  expect(progress('talks')).toEqual({ phase: 'stopping', received: 128, expected: null })
  hideProgress('talks')
})
