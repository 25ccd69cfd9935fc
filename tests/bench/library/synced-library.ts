import type { Page } from '@playwright/test'
import { type StandIn, type StandInOptions, startStandIn } from '../../server/stand-in.ts'

/** A service that has so many episodes. */
export type Catalogue = { standIn: StandIn; episodesPerPodcast: number }

const podcasts = 4
const indexedLimitMs = 30 * 60_000

export async function startCatalogue(seed: number, size: number): Promise<Catalogue> {
  const episodesPerPodcast = Math.max(1, Math.ceil(size / podcasts))
  const options: StandInOptions = { seed, podcasts, episodesPerPodcast }
  return { standIn: await startStandIn(options), episodesPerPodcast }
}

/** The search view says how many episodes are still being read in. */
export async function untilIndexed(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill('the')
  await page.waitForFunction(
    () => {
      const found = document.querySelector('section[aria-label="Found"]')
      return (
        found?.getAttribute('aria-busy') === 'false' && !/still being read in/.test(found.textContent ?? '')
      )
    },
    undefined,
    { timeout: indexedLimitMs, polling: 200 },
  )
  await page.keyboard.press('Escape')
}
