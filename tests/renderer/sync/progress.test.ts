import { expect, test } from 'vitest'
import { hideProgress, progressOf, showProgress, useSyncProgress } from '../../../renderer/sync/progress.ts'

test('a podcast whose slug every object inherits is being synced only while it is', () => {
  const progress = () => progressOf(useSyncProgress.getState(), 'constructor')
  expect(progress()).toBeUndefined()
  showProgress('constructor', { phase: 'queued', received: 0, expected: null })
  expect(progress()?.phase).toBe('queued')
  hideProgress('constructor')
  expect(progress()).toBeUndefined()
})
