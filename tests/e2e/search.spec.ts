import type { Page } from '@playwright/test'
import { expect as expectSoon, test } from './earmark.ts'

const expect = expectSoon.configure({ timeout: 15_000 })
const slug = 'day-two-devops'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search' })
const rowsOf = (page: Page, group: string) => page.getByRole('list', { name: group }).getByRole('listitem')

test('one box finds episodes, chapters and highlights; arrows go through them, Enter on a chapter plays it there', async ({
  start,
  standIn,
}) => {
  const episode = standIn.episode(slug, 1)
  standIn.change(slug, episode.slug, {
    chapters: [
      { startSeconds: 0, title: 'Hello', description: '' },
      { startSeconds: 40, title: 'Zebra crossings', description: 'On stripes.' },
    ],
    highlights: [{ kind: 'failure-mode', text: 'Nobody counted the zébras', startSeconds: 50 }],
  })
  const { page, player, addPodcast, audioClock } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('zebra')
  await expect(page).toHaveURL(/#\/search/)
  await expect(rowsOf(page, 'Found by chapter')).toHaveCount(1)
  await expect(rowsOf(page, 'Found by chapter').locator('mark')).toHaveText('Zebra')
  await expect(rowsOf(page, 'Found by highlight').locator('mark')).toHaveText('zébras')

  await page.keyboard.press('ArrowDown')
  const focused = page.locator('[data-row]:focus')
  await expect(focused).toHaveAccessibleName(/^Zebra crossings/)
  await page.keyboard.press('Enter')
  await expect(player).toContainText(episode.title)
  await expect.poll(audioClock).toBeGreaterThanOrEqual(40)
  await expect.poll(audioClock).toBeLessThan(60)

  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAccessibleName(/^Nobody counted the zébras/)
  await page.keyboard.press('Shift+Enter')
  await expect.poll(audioClock).toBeGreaterThanOrEqual(50)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: episode.title })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
})

test('Escape leaves a search, and the list is as it was', async ({ start }) => {
  const { page, episodes, addPodcast } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  const list = page.getByRole('list', { name: 'Episodes' })
  await list.evaluate((element) => element.parentElement?.scrollTo(0, 500))
  await episodes.nth(3).getByRole('button').first().focus()
  const focused = page.locator('[data-row]:focus')
  const name = (await focused.getAttribute('aria-label')) ?? ''
  const top = await list.evaluate((element) => element.parentElement?.scrollTop)
  await page.keyboard.press('/')
  await page.keyboard.type('qqqqq')
  await expect(page.getByText('Nothing has all of that')).toBeVisible()
  await expect(episodes).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/podcast\/day-two-devops/)
  await expect(focused).toHaveAttribute('aria-label', name)
  expect(await list.evaluate((element) => element.parentElement?.scrollTop)).toBe(top)
})

test('a filter completes itself from what the library has, and narrows what is found', async ({
  start,
  standIn,
}) => {
  for (const index of [1, 2])
    standIn.change(slug, standIn.episode(slug, index).slug, { topics: ['Herd animals'] })
  const { page, addPodcast } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await field(page).focus()
  await page.keyboard.type('topic:her')
  const options = page.getByRole('listbox', { name: 'Ways to search' }).getByRole('option')
  await expect(options).toHaveText(['Herd animals2 episodes'])
  await page.keyboard.press('ArrowDown')
  await expect(options).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('topic:"Herd animals" ')
  await expect(rowsOf(page, 'Episodes')).toHaveCount(2)

  await page.keyboard.type('is:heard')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing has all of that')).toBeVisible()
  await page.getByRole('button', { name: 'Without is:heard' }).click()
  await expect(rowsOf(page, 'Episodes')).toHaveCount(2)
  await expect(field(page)).toHaveValue('topic:"Herd animals"')
})

test('a group is shown whole, read as far as it is looked at, and walked from end to end by keys', async ({
  start,
  standIn,
}) => {
  const { page, addPodcast } = await start()
  const chapters = Array.from({ length: 50 }, (_, index) => ({
    startSeconds: index * 10,
    title: `Zebra ${index}`,
    description: '',
  }))
  for (const index of [0, 1, 2]) standIn.change(slug, standIn.episode(slug, index).slug, { chapters })
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await field(page).fill('zebra')
  await page.getByRole('button', { name: 'Show all 150 chapters' }).click()
  await expect(page.getByRole('region', { name: 'Found' }).getByText('150 chapters')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Episodes' })).toBeHidden()

  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  const focused = page.locator('li[aria-posinset]:has(:focus)')
  await expect(focused).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-posinset', '150')
  await expect(focused).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('PageUp')
  await expect(focused).not.toHaveAttribute('aria-posinset', '150')
  await page.getByRole('button', { name: 'All results' }).click()
  await expect(page.getByRole('button', { name: 'Show all 150 chapters' })).toBeVisible()
})
