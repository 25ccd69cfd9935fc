import { expect, test } from '@playwright/test'
import { allActs, killAnything } from '../stress/kill-anything.ts'
import { killDuringOutbox } from '../stress/kill-during-outbox.ts'
import { killDuringSync } from '../stress/kill-during-sync.ts'

// Short slices; `npm run stress -- kill-anything`, `-- kill-during-sync` and `-- kill-during-outbox` are the whole proofs.
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

test('kill -9 of the page, the main process or both, whatever is under way, loses nothing shown as saved', async () => {
  test.setTimeout(300_000)
  // A sync has its slice above, and an upgrade is killed in `old-database.spec.ts`.
  const acts = allActs.filter(({ name }) => name !== 'syncing' && name !== 'upgrading')
  const figures = await killAnything({ seed: 8, moments: 6, lanes: 1, notes: 300, acts, say: () => {} })
  expect(figures).toMatchObject({ moments: 6, faults: [] })
  expect(figures.shownAsSaved).toBeGreaterThan(0)
})
