import { expect, test } from './earmark.ts'
import { scrollTo, seenAtTop, startWith } from './list-acts.ts'

test('the month of what is read stays at the top, and keys go from month to month', async ({
  start,
  standIn,
}) => {
  const { page } = await startWith(
    start,
    standIn.podcasts.map(({ slug }) => slug),
  )
  const focused = page.locator('li[aria-posinset]:has(:focus)')
  const said = page.getByRole('log', { name: 'Announcements', exact: true })
  await expect.poll(() => seenAtTop(page)).toMatchObject({ month: 'March 2026' })
  for (const pixels of [200, 333, 1000, 2222, 4000]) {
    await scrollTo(page, pixels)
    await expect
      .poll(async () => {
        const { month, row } = await seenAtTop(page)
        return month !== '' && row.includes(month)
      })
      .toBe(true)
  }

  await scrollTo(page, 0)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(focused).toHaveAttribute('aria-label', /February 2026/)
  await expect(said).toContainText(/February 2026, \d+ episodes/)
  expect(await seenAtTop(page)).toMatchObject({ month: 'February 2026', y: 30 })
  await page.keyboard.press('Alt+ArrowDown')
  await expect(focused).toHaveAttribute('aria-label', /January 2026/)
  const first = Number(await focused.getAttribute('aria-posinset'))

  // Back up first to where the month begins, then to the one after it.
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('aria-posinset', `${first + 1}`)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(focused).toHaveAttribute('aria-posinset', `${first}`)
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveAttribute('aria-posinset', `${first - 1}`)
  await expect.poll(() => seenAtTop(page)).toMatchObject({ month: 'February 2026', y: 30 })
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(focused).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(said).toContainText('There is no month after this one.')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Month before, down the list')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('month before')
  await page.keyboard.press('Enter')
  await expect(focused).toHaveAttribute('aria-label', /February 2026/)
})
