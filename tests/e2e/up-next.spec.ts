import type { Locator, Page } from '@playwright/test'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

const slug = 'day-two-devops'

test('a row that is dragged lands where it is let go, can be taken back, and stays there over a restart', async ({
  start,
  standIn,
}) => {
  const first = await start()
  await first.addPodcast(slug)
  const titles = [0, 1, 2, 3].map((index) => standIn.episode(slug, index).title)
  const [a = '', b = '', c = '', d = ''] = titles
  await queue(first, titles)
  const rows = first.page.getByRole('list', { name: 'Up next' }).getByRole('listitem')
  await expectOrder(rows, [a, b, c, d])

  await drag(first.page, rows.filter({ hasText: a }), rows.filter({ hasText: c }))
  await expectOrder(rows, [b, c, a, d])
  await first.page.getByRole('button', { name: 'Undo' }).click()
  await expectOrder(rows, [a, b, c, d])

  await drag(first.page, rows.filter({ hasText: d }), rows.filter({ hasText: b }))
  await expectOrder(rows, [a, d, b, c])
  // No press of the pointer that dragged counts as one on what lay under it.
  await expect(first.player.getByRole('button', { name: 'Pause' })).toBeHidden()
  await first.quit()

  const second = await start()
  const again = second.page.getByRole('list', { name: 'Up next' }).getByRole('listitem')
  await expectOrder(again, [a, d, b, c])
})

test('a row is picked up, moved and put down by keys alone, and each step is told', async ({
  start,
  standIn,
}) => {
  const { page, ...app } = await start()
  await app.addPodcast(slug)
  const titles = [0, 1, 2].map((index) => standIn.episode(slug, index).title)
  const [a = '', b = '', c = ''] = titles
  await queue({ page, ...app }, titles)
  const rows = page.getByRole('list', { name: 'Up next' }).getByRole('listitem')
  const told = page.locator('[id^=DndLiveRegion]')

  await page.getByRole('button', { name: `Move: ${a}` }).focus()
  await page.keyboard.press('Space')
  await expect(told).toHaveText(`${a} is picked up. It is 1 of 3.`)
  await page.keyboard.press('ArrowDown')
  await expect(told).toHaveText(`${a}: 2 of 3`)
  await page.keyboard.press('Escape')
  await expectOrder(rows, [a, b, c])

  await page.keyboard.press('Space')
  await expect(told).toHaveText(`${a} is picked up. It is 1 of 3.`)
  await page.keyboard.press('ArrowDown')
  await expect(told).toHaveText(`${a}: 2 of 3`)
  await page.keyboard.press('Space')
  await expectOrder(rows, [b, a, c])
  await expect(page.getByRole('button', { name: `Move: ${a}` })).toBeFocused()
})

async function queue({ page, openEpisode }: Earmark, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await openEpisode(title)
    await page.getByRole('button', { name: 'Up next', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Up next', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
  }
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Up next' }).click()
}

async function expectOrder(rows: Locator, titles: readonly string[]): Promise<void> {
  await expect(rows).toContainText([...titles])
}

/** As a hand does it: pressed, moved in steps, let go in the middle of the other. */
async function drag(page: Page, row: Locator, onto: Locator): Promise<void> {
  const from = await row.boundingBox()
  const to = await onto.boundingBox()
  if (from === null || to === null) throw new Error('Both rows are on the page.')
  const x = from.x + from.width / 2
  await page.mouse.move(x, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(x, to.y + to.height / 2, { steps: 12 })
  await expect(row).toHaveAttribute('data-dragging', 'true')
  await page.mouse.up()
}
