import { expect as expectSoon, test } from './earmark.ts'

const expect = expectSoon.configure({ timeout: 15_000 })

test('every command and place is found by a few letters, with keys alone', async ({ start }) => {
  const { page, addPodcast } = await start()
  await addPodcast('day-two-devops')
  const field = page.getByRole('combobox', { name: 'Command or place' })
  const options = page.getByRole('listbox', { name: 'Commands and places' }).getByRole('option')

  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(options.filter({ hasText: 'Go to Notes' })).toContainText('G then N')
  await page.keyboard.type('gtn')
  await expect(options.first()).toContainText('Go to Notes')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'All notes' })).toBeVisible()
  await expect(field).toBeHidden()

  // A podcast is a place.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('day two')
  await expect(options.first()).toContainText('Day Two DevOps')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/podcast\/day-two-devops/)

  // Also from where letters are text; what opens another dialog leaves that one open.
  await page.getByRole('searchbox', { name: 'Search' }).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('show keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('qqqq')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is called that' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
})

test('an arrow chooses, and a click does it', async ({ start }) => {
  const { page, openEpisode } = await start()
  await openEpisode('Finding your way')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go to')
  const options = page.getByRole('listbox', { name: 'Commands and places' }).getByRole('option')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await options.filter({ hasText: 'Go to Settings' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Settings' })).toBeVisible()
})
