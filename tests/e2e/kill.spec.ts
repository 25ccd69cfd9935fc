import { expect, test } from '@playwright/test'
import { killDuringOutbox } from '../stress/kill-during-outbox.ts'
import { killDuringSync } from '../stress/kill-during-sync.ts'

// Short slices; `npm run stress -- kill-during-sync` and `-- kill-during-outbox` are the whole proofs.
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

test('kill -9 while requests are being sent loses none, and never sends one under a second key', async () => {
  test.setTimeout(180_000)
  const figures = await killDuringOutbox({ seed: 5, moments: 3, episodes: 120, say: () => {} })
  expect(figures.arrivals).toBeGreaterThan(0)
  expect(figures).toMatchObject({
    lost: [],
    sentThoughAccepted: [],
    sentThoughCancelled: [],
    underTwoKeys: [],
    foreignKeys: [],
    doubled: [],
    unasked: [],
    missing: [],
    stale: [],
    notesLost: [],
    notesDoubled: [],
    episodesFound: figures.episodesExpected,
  })
})
