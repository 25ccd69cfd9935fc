import type { StandIn } from '../server/stand-in.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'
/** Longer than any test: an answer that is only waited for. */
const never = { delayMs: 120_000 }

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

  await menu.click()
  await page.getByRole('menuitem', { name: 'Sync now' }).click()
  await expect(episodes.filter({ hasText: standIn.episode(slug, 0).title })).toHaveCount(1)
})

test('passes run in a worker; one that dies is started again, and nothing is missing', async ({
  start,
  standIn,
}) => {
  const earmark = await start()
  await addWhileListHangs(earmark, standIn)
  const { page, episodes } = earmark
  const [worker] = page.workers()
  await worker?.evaluate(() => self.close())
  await expect.poll(() => listRequests(standIn)[0]?.cutOff).toBe(true)
  await expect(episodes.filter({ hasText: standIn.episode(slug, 0).title })).toHaveCount(1)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(page.workers()).not.toContain(worker)
})
