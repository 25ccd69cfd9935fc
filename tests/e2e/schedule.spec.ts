import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../server/stand-in.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'
const hour = 3_600_000

/** The machine sleeps for so long, and the lid is opened. */
function sleep(app: ElectronApplication, milliseconds: number): Promise<void> {
  return app.evaluate(({ powerMonitor }, ms) => {
    const now = Date.now
    Date.now = () => now() + ms
    powerMonitor.emit('resume')
  }, milliseconds)
}

/** Adds the podcast, and waits until it was read to its end. */
async function addWhole({ page, addPodcast }: Earmark): Promise<void> {
  await addPodcast(slug)
  const podcasts = page.getByRole('navigation', { name: 'Podcasts' })
  await expect(podcasts.getByRole('link', { name: 'Day Two DevOps' })).toHaveAccessibleDescription(
    /^Checked just now, next .*\d\d:\d\d\.$/,
  )
}

function syncNow(page: Page): Promise<void> {
  return page.getByRole('button', { name: /^sync/i }).first().click()
}

/** How often the service was asked for a list of episodes. */
const listsAsked = ({ requests }: StandIn) => requests.filter(({ part }) => part === 'A3').length

test('what the service publishes arrives by itself when it is due', async ({ start, standIn }) => {
  const earmark = await start()
  await addWhole(earmark)
  standIn.publish(slug, { slug: 'brand-new', title: 'A brand new episode' })
  await sleep(earmark.app, 25 * hour)
  await expect(earmark.episodes.filter({ hasText: 'A brand new episode' })).toHaveCount(1)
})

test('asked to wait, Earmark does, also after it was killed; then it goes on by itself', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await addWhole(first)
  standIn.break('A3', { status: 429, retryAfterSeconds: 3600 })
  await syncNow(first.page)
  await expect(first.page.getByText(/was not synced.* asks us to wait/).first()).toBeVisible()
  await first.kill()

  standIn.mend()
  standIn.publish(slug, { slug: 'brand-new', title: 'A brand new episode' })
  const asked = listsAsked(standIn)
  const second = await start()
  await syncNow(second.page)
  await expect(
    second.page.getByText(/was not synced.* asked to be left alone until \d\d:\d\d/).first(),
  ).toBeVisible()
  expect(listsAsked(standIn)).toBe(asked)

  await sleep(second.app, 2 * hour)
  await expect(second.episodes.filter({ hasText: 'A brand new episode' })).toHaveCount(1)
})
