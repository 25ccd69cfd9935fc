import { expect, test } from 'vitest'
import { letWorkersStandBehind } from '../../../electron/app/page-first.ts'

test('a page that was closed before its worker spoke is left alone', () => {
  const closed = {
    isDestroyed: () => true,
    // As Electron's does.
    getOSProcessId: (): number => {
      throw new TypeError('Object has been destroyed')
    },
  }
  expect(() => letWorkersStandBehind(closed)).not.toThrow()
})
