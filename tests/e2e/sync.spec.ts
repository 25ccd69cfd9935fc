import type { Page } from '@playwright/test'
import type { StandIn } from '../server/stand-in.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'
import { workerNamed } from './worker-named.ts'

const slug = 'day-two-devops'
/** Longer than any test: an answer that is only waited for. */
const never = { delayMs: 120_000 }

const leavings: [string, (page: Page) => Promise<void>][] = [
  ['its button', (page) => page.getByRole('button', { name: 'Stop', exact: true }).click()],
  ['Escape', (page) => page.keyboard.press('Escape')],
]

const listRequests = (standIn: StandIn) => standIn.requests.filter(({ part }) => part === 'A3')

/** Adds the podcast while its list does not answer, and waits until it was asked for. */
async function addWhileListHangs({ addPodcast }: Earmark, standIn: StandIn): Promise<void> {
  standIn.break('A3', { ...never, times: 1 })
  await addPodcast(slug)
  await expect.poll(() => listRequests(standIn).length).toBe(1)
}

test('a sync that is stopped lets go of its request at once, and can be begun again', async ({
  start,
  standIn,
}) => {
  const earmark = await start()
  await addWhileListHangs(earmark, standIn)
  const { page, episodes } = earmark
  const menu = page.getByRole('banner').getByRole('button', { name: /^More about Day Two/ })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Stop syncing' }).click()
  await expect.poll(() => listRequests(standIn)[0]?.cutOff).toBe(true)
  await expect(page.getByText('They have not been read yet.')).toBeVisible()

  standIn.break('A3', { ...never, times: 1 })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Sync now' }).click()
  await expect.poll(() => listRequests(standIn).length).toBe(2)
  const header = page.getByRole('banner')
  await header.getByRole('button', { name: 'Stop syncing' }).click()
  await expect.poll(() => listRequests(standIn)[1]?.cutOff).toBe(true)
  await expect(header.getByRole('button', { name: 'Sync now' })).toBeFocused()
  await expect(header.getByRole('button', { name: 'Stop syncing' })).toHaveCount(0)

  await header.getByRole('button', { name: 'Sync now' }).click()
  await expect(episodes.filter({ hasText: standIn.episode(slug, 0).title })).toHaveCount(1)
})

test('a worker that hangs is ended, and its pass goes on in another one', async ({ start, standIn }) => {
  const earmark = await start()
  const { page, episodes } = earmark
  // The page's clock alone: it asks the worker every quarter of a minute, and waits for four answers.
  await page.clock.install()
  await addWhileListHangs(earmark, standIn)
  const worker = await workerNamed(page, 'passes')
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    })
  })
  for (let asked = 0; asked < 6; asked += 1) await page.clock.fastForward(15_000)
  await expect.poll(() => page.workers()).not.toContain(worker)
  await expect(episodes.filter({ hasText: standIn.episode(slug, 0).title })).toHaveCount(1)
})

test('passes run in a worker; one that dies is started again, and nothing is missing', async ({
  start,
  standIn,
}) => {
  const earmark = await start()
  await addWhileListHangs(earmark, standIn)
  const { page, episodes } = earmark
  const worker = await workerNamed(page, 'passes')
  await worker.evaluate(() => self.close())
  await expect.poll(() => listRequests(standIn)[0]?.cutOff).toBe(true)
  await expect(episodes.filter({ hasText: standIn.episode(slug, 0).title })).toHaveCount(1)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(page.workers()).not.toContain(worker)
})

for (const [way, leave] of leavings) {
  test(`looking up a podcast lets go of its request at once, by ${way}`, async ({ start, standIn }) => {
    const { page } = await start()
    standIn.break('A2', never)
    await page.getByRole('button', { name: 'Add podcast' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Add podcast' })
    await dialog.getByRole('textbox').fill(slug)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    const asked = () => standIn.requests.filter(({ part }) => part === 'A2')
    await expect.poll(() => asked().length).toBe(1)
    await leave(page)
    await expect.poll(() => asked()[0]?.cutOff).toBe(true)
    await expect(page.getByRole('list', { name: 'Podcasts' }).getByText('Day Two DevOps')).toHaveCount(0)
  })
}

test('of episodes that the service withdrew, one with a note stays and says so, the other goes', async ({
  start,
  standIn,
}) => {
  const { page, addPodcast, openEpisode, episodes } = await start()
  await addPodcast(slug)
  const [noted, plain] = [standIn.episode(slug, 0), standIn.episode(slug, 1)]
  await openEpisode(noted.title)
  const highlights = page.getByRole('list', { name: 'Highlights' })
  await highlights
    .getByRole('button', { name: /annotate/i })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Keep this.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Keep this.')).toBeVisible()
  await expect(episodes.filter({ hasText: plain.title })).toHaveCount(1)

  standIn.withdraw(slug, noted.slug)
  standIn.withdraw(slug, plain.slug)
  // A list of what changed does not change with what goes; the next news brings the count.
  standIn.publish(slug, { slug: 'brand-new', title: 'A brand new episode' })
  await page.getByRole('button', { name: 'Sync now' }).first().click()
  await expect(page.getByText('The service no longer has this episode')).toBeVisible()
  await expect(episodes.filter({ hasText: plain.title })).toHaveCount(0)
  await expect(page.getByText('Keep this.')).toBeVisible()
})
