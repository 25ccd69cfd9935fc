import { expect, test } from '@playwright/test'
import { killDuringSync } from '../stress/kill-during-sync.ts'

// A short slice; `npm run stress -- kill-during-sync` is the whole proof.
test('kill -9 during a sync loses and doubles nothing', async () => {
  test.setTimeout(120_000)
  const figures = await killDuringSync({ seed: 3, moments: 3, episodes: 1200, say: () => {} })
  expect(figures).toMatchObject({
    missing: [],
    stale: [],
    notesLost: [],
    notesDoubled: [],
    episodesFound: figures.episodesExpected,
  })
})
