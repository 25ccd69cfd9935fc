import type { Locator } from '@playwright/test'
import { expect, test } from './earmark.ts'

/** The first row that is wholly in sight, by its place in the list. */
async function firstInSight(episodes: Locator): Promise<{ name: string; y: number }> {
  return episodes.evaluateAll((rows) => {
    const listTop = rows[0]?.closest('ul')?.parentElement?.getBoundingClientRect().top ?? 0
    const seen = rows
      .map((row) => ({ name: row.getAttribute('aria-label') ?? '', y: row.getBoundingClientRect().top }))
      .filter(({ y }) => y >= listTop)
      .sort((one, other) => one.y - other.y)
    return seen[0] ?? { name: '', y: 0 }
  })
}

test('what is read stays where it is while newer episodes arrive above it', async ({ start, standIn }) => {
  const { page, episodes, addPodcast } = await start()
  const slug = standIn.podcasts[0]?.slug ?? ''
  await addPodcast(slug)
  await expect(page.getByText('30 episodes')).toBeVisible()
  const list = page.getByRole('list', { name: 'Episodes' })
  await list.evaluate((element) => element.parentElement?.scrollTo(0, 500))
  await expect.poll(async () => (await firstInSight(episodes)).name).not.toBe('')
  const before = await firstInSight(episodes)

  for (const name of ['one', 'two', 'three']) standIn.publish(slug, { slug: name, title: `News ${name}` })
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText('33 episodes')).toBeVisible()
  expect(await firstInSight(episodes)).toEqual(before)

  await list.evaluate((element) => element.parentElement?.scrollTo(0, 0))
  await expect(episodes.filter({ hasText: 'News three' })).toBeVisible()
})

test('a list of which only a part is built is walked from end to end by keys', async ({ start, standIn }) => {
  const { page, episodes, addPodcast } = await start()
  await addPodcast(standIn.podcasts[0]?.slug ?? '')
  await expect(page.getByText('30 episodes')).toBeVisible()
  const focused = page.locator('li[aria-posinset]:has(:focus)')
  await episodes.first().getByRole('button').first().focus()
  await page.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-posinset', '30')
  await expect(focused).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveAttribute('aria-posinset', '29')
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute('aria-posinset', '1')
  await expect(focused).toBeInViewport({ ratio: 1 })
})
