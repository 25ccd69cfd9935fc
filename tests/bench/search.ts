import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type StandIn, startStandIn } from '../server/stand-in.ts'
import { startEarmark } from '../stress/acts.ts'
import { watchSync } from './app/sync-watch.ts'
import { atMost, type Figure, figure } from './figure.ts'
import { quantile } from './machine/quantile.ts'
import { rounded } from './rounded.ts'
import { measureKeys } from './search/key-times.ts'
import { type SearchedText, searchedTexts } from './search/searched-texts.ts'

export type SearchPlan = { seed: number; size: number; say: (line: string) => void }

const podcasts = 4
const searches = 200
const patienceMs = 30 * 60_000

/** Measures how soon a key press in the search field shows results, beside one in a field with nothing behind it. */
export async function benchSearch({ seed, size, say }: SearchPlan): Promise<Figure[]> {
  const episodesPerPodcast = Math.max(1, Math.ceil(size / podcasts))
  const standIn = await startStandIn({ seed, podcasts, episodesPerPodcast })
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-search-'))
  const earmark = await startEarmark(join(folder, 'data'), standIn)
  try {
    const sync = await watchSync(earmark.page)
    for (const { slug } of standIn.podcasts) await earmark.addPodcast(slug)
    await sync.ended()
    await untilIndexed(earmark.page)
    say('everything was read in')
    return await measureSearch(earmark.page, standIn, { seed, episodesPerPodcast })
  } finally {
    await earmark.quit()
    await standIn.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** In a window whose library is the stand-in's, and whose index knows all of it. */
async function measureSearch(
  page: Page,
  standIn: StandIn,
  { seed, episodesPerPodcast }: { seed: number; episodesPerPodcast: number },
): Promise<Figure[]> {
  const texts = searchedTexts(standIn, seed, searches, episodesPerPodcast)
  const { results, bareField } = await measureKeys(
    page,
    texts.map(({ text }) => text),
  )
  const of = (kind: SearchedText['kind']) => results.filter((_, at) => texts[at]?.kind === kind)
  const yardstick = (share: number) => ({ yardstick: quantile(bareField, share) })
  return [
    figure('searches', texts.length, 'searches'),
    figure('key press to results, median', quantile(results, 0.5), 'ms', yardstick(0.5)),
    figure('key press to results, 95th percentile', quantile(results, 0.95), 'ms', {
      goal: atMost(50),
      ...yardstick(0.95),
    }),
    ...(['words', 'beginning', 'error'] as const).map((kind) =>
      figure(`key press to results, ${kindWords[kind]}, 95th percentile`, quantile(of(kind), 0.95), 'ms'),
    ),
  ].map(rounded)
}

const kindWords = {
  words: 'whole words',
  beginning: 'words only begun',
  error: 'one letter wrong',
} as const

/** The search view says how many episodes are still being read in. */
async function untilIndexed(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill('the')
  await page.waitForFunction(
    () => {
      const found = document.querySelector('section[aria-label="Found"]')
      return (
        found?.getAttribute('aria-busy') === 'false' && !/still being read in/.test(found.textContent ?? '')
      )
    },
    undefined,
    { timeout: patienceMs, polling: 200 },
  )
  await page.keyboard.press('Escape')
}
