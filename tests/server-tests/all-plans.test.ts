import { expect, test } from 'vitest'
import { allPlans } from '../server/faults/all-plans.ts'

test('there are at least thirty of them, and no two of one name', () => {
  expect(allPlans.length).toBeGreaterThanOrEqual(30)
  expect(new Set(allPlans.map(({ name }) => name)).size).toBe(allPlans.length)
})
