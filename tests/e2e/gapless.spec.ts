import { expect, test } from '@playwright/test'
import { playAtRandom } from '../stress/gapless.ts'

// A short slice; `npm run stress -- gapless` is the whole proof.
test('whatever the real player is told in whatever order, it stands where the last word left it', async () => {
  test.setTimeout(180_000)
  const { operations, counterexample } = await playAtRandom({
    seed: 5,
    runs: 1,
    operations: 40,
    say: () => {},
  })
  expect(counterexample).toBeNull()
  expect(operations).toBeGreaterThan(20)
})
