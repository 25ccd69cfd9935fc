import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { differing, type KeptRows, keptInDatabase, keptInHome, lacking, readRecords } from '../both-homes.ts'
import {
  databaseOfVersion,
  releasedVersions,
  type StoredDatabase,
  type StoredRow,
} from '../fixtures/database-of-version.ts'
import { firstVersion, madeWithFirstVersion } from '../fixtures/first-version.ts'
import { layDownDatabase } from '../fixtures/lay-down-database.ts'
import { readLibrary } from '../stress/read-library.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

/** First of all that a library is brought over; it is there before it is seen, since a small one is over by then. */
const somethingShown = (page: Page) => page.getByRole('main', { includeHidden: true })

test.beforeEach(async ({ standIn }) => {
  // Nothing of a request or a podcast changes while there is no service.
  await standIn.stop()
})

for (const version of releasedVersions) {
  test(`a library of version ${version} is there after the start, and in both homes after each of two`, async ({
    start,
    dataDirectory,
  }) => {
    await layDown(await start(), await databaseOfVersion(version), dataDirectory)

    const first = await start()
    await expectNight(first)
    await expectBothToAgree(first.page, dataDirectory)
    await first.quit()
    const second = await start()
    await expectNight(second)
    const kept = await expectBothToAgree(second.page, dataDirectory)
    await second.quit()
    expect(await keptInHome(join(dataDirectory, 'home'))).toEqual({ rows: kept, damaged: [] })
    const made = madeWithFirstVersion()
    expect(lacking(kept, made)).toEqual([])
    expect(Object.keys(kept)).toHaveLength(made.size)
  })
}

test('a library is brought over though Earmark is killed when that has begun, and when the second home begins to fill', async ({
  start,
  dataDirectory,
}) => {
  // Four starts, and thousands of rows.
  test.setTimeout(120_000)
  const more = moreRows({ notes: 2000, episodes: 1500 })
  await layDown(await start(), await databaseOfVersion(1, more), dataDirectory)

  // Every write at which that could end is tried in `tests/renderer/home/released-rows.test.ts`.
  const interrupted = await start()
  await somethingShown(interrupted.page).waitFor({ state: 'attached' })
  await interrupted.kill()

  const filling = await start()
  const home = join(dataDirectory, 'home')
  await expect
    .poll(async () => Object.keys((await keptInHome(home)).rows).length, { intervals: [10] })
    .toBeGreaterThan(0)
  await filling.kill()

  const last = await start()
  await expectNight(last)
  const kept = await expectBothToAgree(last.page, dataDirectory)
  const made = madeWithFirstVersion(more)
  expect(lacking(kept, made)).toEqual([])
  expect(Object.keys(kept)).toHaveLength(made.size)
  await last.quit()
})

/** By a page of the same origin that is not the app, which would open its database again. Version 1 had no second home. */
async function layDown(earmark: Earmark, database: StoredDatabase, dataDirectory: string): Promise<void> {
  await earmark.page.goto(new URL('/no-such-page', earmark.page.url()).href)
  await earmark.page.evaluate(layDownDatabase, database)
  await earmark.kill()
  await rm(join(dataDirectory, 'home'), { recursive: true, force: true })
}

/** More of the first version's own, so that bringing it over takes its time. */
function moreRows({ notes, episodes }: { notes: number; episodes: number }): Record<string, StoredRow[]> {
  const { annotations = [], episodes: rows = [], episodeDetails = [] } = firstVersion.rows
  const many = (row: StoredRow | undefined, count: number, key: (at: number) => object): StoredRow[] =>
    Array.from({ length: count }, (_, at) => ({ ...row, ...key(at) }))
  const episodeKey = (at: number) => ({ id: `night/more-${at}` })
  return {
    annotations: many(annotations[0], notes, (at) => ({
      id: `0190a0b0-0000-7000-8000-${String(at).padStart(12, '0')}`,
      body: `Thought ${at}.`,
    })),
    episodes: many(rows[0], episodes, (at) => ({
      ...episodeKey(at),
      podcastSlug: 'night',
      publishedAtMs: at,
    })),
    episodeDetails: many(episodeDetails[0], episodes, episodeKey),
  }
}

async function expectNight(earmark: Earmark): Promise<void> {
  await expect(earmark.episodes.filter({ hasText: 'Night: “queues”' })).toBeVisible()
  await earmark.openEpisode('Night: “queues”')
  await expect(earmark.page.getByText('What queues do at night. Für Köche & 夜.')).toBeVisible()
  await expect(earmark.page.getByText('At three.')).toBeVisible()
  await expect(earmark.page.getByText('Look there.')).toBeVisible()
  const library = await readLibrary(earmark.page, 'night-shift')
  expect(Object.keys(library.titles).sort()).toEqual(['alarms', 'clocks', 'queues'])
  expect(library.details.sort()).toEqual(['alarms', 'clocks', 'queues'])
  expect(library.noteBodies).toContain('Look *there*.')
}

/** Waits until both hold exactly the same, row for row. */
async function expectBothToAgree(page: Page, dataDirectory: string): Promise<KeptRows> {
  const home = join(dataDirectory, 'home')
  await expect
    .poll(
      async () => {
        const [here, there] = await Promise.all([page.evaluate(readRecords), keptInHome(home)])
        return differing(keptInDatabase(here), there.rows)
      },
      { timeout: 30_000 },
    )
    .toEqual([])
  return keptInDatabase(await page.evaluate(readRecords))
}
