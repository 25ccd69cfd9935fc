import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

function filters(page: Page) {
  return page.getByRole('group', { name: 'Filters' })
}

function sidebar(page: Page) {
  return page.getByRole('navigation', { name: 'Smart lists' })
}

function listed(page: Page) {
  return page.getByRole('list', { name: 'Episodes' }).getByRole('listitem')
}

/** How many episodes the list that is shown has, also those out of sight. */
async function length(page: Page): Promise<number> {
  return Number(await listed(page).first().getAttribute('aria-setsize'))
}

test('what narrows the library is kept as a smart list, which follows what is heard and plays as a queue', async ({
  start,
}) => {
  const first = await start()
  const { page } = first
  await first.addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(page.getByText('33 episodes', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await filters(page).getByRole('radio', { name: 'Unheard' }).check()
  await filters(page).getByRole('combobox', { name: 'Podcast' }).selectOption({ label: 'Day Two DevOps' })
  await expect(page.getByText('30 of 33', { exact: true })).toBeVisible()
  await filters(page).getByRole('combobox', { name: 'Longer than' }).selectOption({ label: '45 min' })
  await expect(page.getByRole('list', { name: 'Filters that are on' })).toContainText('Over 45 min')
  await expect(page.getByText(/^\d+ of 33$/)).not.toHaveText('30 of 33')
  const count = await length(page)

  await page.getByRole('button', { name: 'Save as list…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Long ones')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Long ones' })).toBeVisible()
  expect(await length(page)).toBe(count)
  const link = sidebar(page).getByRole('link', { name: 'Long ones' })
  await expect(link).toHaveAccessibleDescription(count === 1 ? '1 episode' : `${count} episodes`)

  await expect(first.player).toContainText('Nothing to play yet')
  await page.getByRole('button', { name: 'Oldest first' }).click()
  // Its title stands there only until it is known that the stand-in names no audio for it.
  await expect(first.player).not.toContainText('Nothing to play yet')
  const upNext = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Up next' })
  await expect(upNext).toHaveAccessibleDescription(/episode/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(upNext).not.toHaveAccessibleDescription(/episode/)
  await listed(page).first().getByRole('button').first().click()
  await page.getByRole('button', { name: 'Mark as heard', exact: true }).click()
  await expect(link).toHaveAccessibleDescription(count === 2 ? '1 episode' : `${count - 1} episodes`)
  await expect.poll(() => length(page)).toBe(count - 1)
  await first.quit()
})

test('a smart list is opened, changed, deleted and brought back by keys alone', async ({ start }) => {
  const first = await start()
  const { page } = first
  await expect(listed(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Filters', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'As a query' }).focus()
  await page.keyboard.type('is:unheard')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save as list…' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('To hear')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'To hear' })).toBeVisible()
  await first.quit()

  const second = await start()
  const again = second.page
  await expect(sidebar(again).getByRole('link', { name: 'To hear' })).toBeVisible()
  await again.keyboard.press('g')
  await again.keyboard.press('l')
  await again.keyboard.press('g')
  await again.keyboard.press('1')
  await expect(again.getByRole('heading', { level: 2, name: 'To hear' })).toBeVisible()
  await expect(listed(again)).toHaveCount(3)

  const more = again
    .getByRole('region', { name: 'Smart list To hear' })
    .getByRole('button', { name: /^More/ })
  await more.focus()
  await again.keyboard.press('Enter')
  await expect(again.getByRole('menuitem', { name: 'Edit filters' })).toBeFocused()
  await again.keyboard.press('Enter')
  await expect(again.getByRole('region', { name: 'Filters of To hear' })).toBeVisible()
  await again.getByRole('button', { name: 'Remove filter Unheard' }).focus()
  await again.keyboard.press('Enter')
  await again.getByRole('button', { name: 'Save changes' }).focus()
  await again.keyboard.press('Enter')
  await expect(again.getByText('All episodes', { exact: true })).toBeVisible()

  await more.focus()
  await again.keyboard.press('Enter')
  await expect(again.getByRole('menuitem', { name: 'Edit filters' })).toBeFocused()
  await again.keyboard.press('End')
  await again.keyboard.press('Enter')
  await expect(sidebar(again)).toBeHidden()
  await again.getByRole('button', { name: 'Undo' }).focus()
  await again.keyboard.press('Enter')
  await expect(sidebar(again).getByRole('link', { name: 'To hear' })).toBeVisible()
})
