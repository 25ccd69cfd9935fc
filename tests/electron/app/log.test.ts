import { expect, onTestFinished, test, vi } from 'vitest'
import { openLog } from '../../../electron/app/log.ts'

vi.mock('electron-log/main', () => {
  throw new Error('It cannot be read.')
})

test('a log that cannot be opened rejects nothing, since what is rejected would be written into it', async () => {
  const rejected = vi.fn()
  process.on('unhandledRejection', rejected)
  onTestFinished(() => {
    process.off('unhandledRejection', rejected)
  })
  const log = openLog('/nowhere', true)
  log.warn('one line')
  await log.written()
  // What is not handled is told of after the microtasks.
  await new Promise(setImmediate)
  expect(rejected).not.toHaveBeenCalled()
})
