import { expect, test } from '@playwright/test'
import { damages } from '../stress/corruption/damages.ts'
import { corrupt } from '../stress/corruption.ts'

const slice = ['log cut, 5', 'profile gone', 'both torn']

// A short slice; `npm run stress -- corruption` is the whole proof.
test('whatever is damaged, every note that was shown as saved is there after each start', async () => {
  test.setTimeout(300_000)
  const figures = await corrupt({
    seed: 4,
    episodes: 60,
    noteCount: 6,
    damages: damages.filter(({ name }) => slice.includes(name)),
    controlNotes: 500,
    say: () => {},
  })
  expect(figures).toMatchObject({
    damages: slice.length,
    lost: [],
    foreign: [],
    notShown: [],
    unusable: [],
    // Dexie alone, which suffered the same.
    control: { notes: 500, leftAfterSecondStart: {} },
  })
})
