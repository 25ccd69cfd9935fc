import type { Page } from '@playwright/test'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

type Start = (environment?: Record<string, string>) => Promise<Earmark>

/** Four podcasts of the stand-in's, thirty episodes each over some seven months, and the guide's three. */
async function startWithAll(start: Start, slugs: readonly string[]): Promise<Earmark> {
  const earmark = await start()
  for (const slug of slugs) await earmark.addPodcast(slug)
  await earmark.page.getByRole('link', { name: 'Library' }).click()
  await expect(earmark.page.getByText('123 episodes', { exact: true })).toBeVisible()
  return earmark
}

async function scrollTo(page: Page, pixels: number): Promise<void> {
  const list = page.getByRole('list', { name: 'Episodes' })
  await list.evaluate((element, top) => element.parentElement?.scrollTo(0, top), pixels)
}

/** What is seen at the top: the month that is named there, and the first row below its name. */
async function seenAtTop(page: Page): Promise<{ month: string; row: string; y: number }> {
  return page.getByRole('list', { name: 'Episodes' }).evaluate((list) => {
    const scroller = list.parentElement
    const top = scroller?.getBoundingClientRect().top ?? 0
    const heads = [...(scroller?.querySelectorAll('[data-month]') ?? [])]
    const head = heads.findLast((each) => each.getBoundingClientRect().top <= top + 1)
    const covered = head?.getBoundingClientRect().bottom ?? top
    const seen = [...list.querySelectorAll('li')]
      .map((row) => ({ row: row.getAttribute('aria-label') ?? '', box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > covered + 1)
      .sort((one, other) => one.box.top - other.box.top)[0]
    return {
      month: head?.firstElementChild?.textContent ?? '',
      row: seen?.row ?? '',
      y: Math.round((seen?.box.top ?? 0) - top),
    }
  })
}

test('the month of what is read stays at the top, and keys go from month to month', async ({
  start,
  standIn,
}) => {
  const { page } = await startWithAll(
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
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText(
    'Month before, further down the list',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('month before')
  await page.keyboard.press('Enter')
  await expect(focused).toHaveAttribute('aria-label', /February 2026/)
})

test('each list is found again where it was left: after another choice, another place, a restart', async ({
  start,
  standIn,
}) => {
  const first = await startWithAll(
    start,
    standIn.podcasts.map(({ slug }) => slug),
  )
  const { page } = first
  await scrollTo(page, 2345)
  await expect.poll(async () => (await seenAtTop(page)).month).not.toBe('March 2026')
  const before = await seenAtTop(page)

  const chips = page.getByRole('group', { name: 'Topics', exact: true }).getByRole('button')
  await chips.first().click()
  await expect(page.getByText(/^\d+ of 123$/)).toBeVisible()
  await expect.poll(() => seenAtTop(page)).toMatchObject({ month: 'March 2026' })
  await scrollTo(page, 700)
  await expect.poll(async () => (await seenAtTop(page)).month).not.toBe('March 2026')
  const narrowed = await seenAtTop(page)
  await chips.first().click()
  await expect(page.getByText('123 episodes', { exact: true })).toBeVisible()
  await expect.poll(() => seenAtTop(page)).toEqual(before)

  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('region', { name: 'All notes' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect.poll(() => seenAtTop(page)).toEqual(before)

  await page.keyboard.press('Alt+ArrowDown')
  const focused = page.locator('li[aria-posinset]:has(:focus)')
  await expect(focused).toHaveCount(1)
  const reached = (await focused.getAttribute('aria-posinset')) ?? ''
  await expect.poll(async () => (await seenAtTop(page)).y).toBe(30)
  const left = await seenAtTop(page)

  // What the top row was is gone at the next start, and newer ones came above.
  const slug = standIn.podcasts[0]?.slug ?? ''
  await first.quit()
  const again = await start()
  await expect(again.page.getByText('123 episodes', { exact: true })).toBeVisible()
  await expect.poll(() => seenAtTop(again.page)).toEqual(left)
  await expect(again.page.locator('[data-row][tabindex="0"]').locator('..')).toHaveAttribute(
    'aria-posinset',
    reached,
  )

  await again.page.getByRole('group', { name: 'Topics', exact: true }).getByRole('button').first().click()
  await expect(again.page.getByText(/^\d+ of 123$/)).toBeVisible()
  await expect.poll(() => seenAtTop(again.page)).toEqual(narrowed)
  await again.page.getByRole('button', { name: 'Clear topics' }).click()

  standIn.publish(slug, { slug: 'news', title: 'News' })
  await again.page.getByRole('button', { name: 'Sync all podcasts' }).click()
  await expect(again.page.getByText('124 episodes', { exact: true })).toBeVisible()
  expect(await seenAtTop(again.page)).toEqual(left)
})

test('when the row with the focus goes, the one in its place has it, and what is read stays where it is', async ({
  start,
  standIn,
}) => {
  const slug = standIn.podcasts[0]?.slug ?? ''
  const { page, episodes, addPodcast } = await start()
  await addPodcast(slug)
  await expect(page.getByText('30 episodes', { exact: true })).toBeVisible()
  await scrollTo(page, 700)
  const known = Array.from({ length: 30 }, (_, index) => standIn.episode(slug, index))
  const row = (index: number) => episodes.filter({ hasText: known[index]?.title ?? '' })
  const top = await seenAtTop(page)
  expect(top.row).toContain(known[9]?.title)
  await row(11).getByRole('button').first().focus()
  const y = (await row(12).boundingBox())?.y ?? 0

  async function withdraw(index: number): Promise<void> {
    standIn.withdraw(slug, known[index]?.slug ?? '')
    // A list of what changed does not change with what goes; the next news brings the count.
    standIn.publish(slug, { slug: `news-${index}`, title: 'News' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('sync all')
    await page.keyboard.press('Enter')
    await expect(row(index)).toHaveCount(0)
  }

  await withdraw(11)
  await expect(row(12).getByRole('button').first()).toBeFocused()
  expect(await seenAtTop(page)).toEqual(top)
  // The row that is read itself: what was below it stays.
  await withdraw(9)
  await expect(row(12).getByRole('button').first()).toBeFocused()
  expect((await row(12).boundingBox())?.y).toBe(y - 68)
})

test('when the last row goes that has the focus, it stays in the page', async ({ start }) => {
  const { page, player, episodes } = await start()
  await page
    .getByRole('group', { name: 'Topics', exact: true })
    .getByRole('button', { name: 'Playback' })
    .click()
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await page.getByRole('group', { name: 'Filters' }).getByRole('radio', { name: 'Unheard' }).check()
  await expect(episodes).toHaveCount(1)
  await episodes.getByRole('button', { name: /^Listen to/ }).press('Enter')
  await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await episodes.getByRole('button').first().focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mark the episode as heard')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No episode matches')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(episodes).toHaveCount(3)
  await expect(page.locator('[data-row]:focus')).toHaveCount(1)
})
