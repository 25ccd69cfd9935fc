import { expect, it } from 'vitest'
import { createRecovery } from '../../../electron/app/recovery.ts'

it('lets a page begin anew three times a minute, and again when a minute has passed', () => {
  const recover = createRecovery()
  expect([0, 1000, 2000, 3000].map(recover)).toEqual([true, true, true, false])
  expect(recover(70_000)).toBe(true)
})
