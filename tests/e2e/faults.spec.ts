import { expect, test } from '@playwright/test'
import { planNamed } from '../server/faults/all-plans.ts'
import { playFaults } from '../stress/faults.ts'

// A short slice, one of each kind; `npm run stress -- faults` plays all of them, and tests/faults does so without Electron.
const names = ['cut-off-now-and-then', 'older-copies', 'cursor-vanishes-once', 'withdrawn-behind']

test('under faults of the service the library is the catalogue, or says what is missing', async () => {
  test.setTimeout(180_000)
  const plans = names.flatMap((name) => planNamed(name) ?? [])
  const played = await playFaults({ seed: 11, plans, say: () => {} })
  expect(played.map(({ plan, wrong }) => [plan, wrong])).toEqual(names.map((name) => [name, []]))
})
