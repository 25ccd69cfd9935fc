import { writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './earmark.ts'
import { scrollTo, seenAtTop, startWith } from './list-acts.ts'

test('each list is found again where it was left: after another choice, and another place', async ({
  start,
  standIn,
}) => {
  const { page } = await startWith(start, [standIn.podcasts[0]?.slug ?? ''])
  await scrollTo(page, 1045)
  await expect.poll(async () => (await seenAtTop(page)).month).not.toBe('March 2026')
  const before = await seenAtTop(page)

  const chips = page.getByRole('group', { name: 'Topics', exact: true }).getByRole('button')
  await chips.first().click()
  await expect(page.getByText(/^\d+ of 33$/)).toBeVisible()
  await expect.poll(() => seenAtTop(page)).toMatchObject({ month: 'March 2026', y: 30 })
  await scrollTo(page, 250)
  await expect.poll(() => seenAtTop(page)).not.toMatchObject({ month: 'March 2026', y: 30 })
  const narrowed = await seenAtTop(page)
  await chips.first().click()
  await expect(page.getByText('33 episodes', { exact: true })).toBeVisible()
  await expect.poll(() => seenAtTop(page)).toEqual(before)
  await chips.first().click()
  await expect.poll(() => seenAtTop(page)).toEqual(narrowed)
  await chips.first().click()

  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('region', { name: 'All notes' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect.poll(() => seenAtTop(page)).toEqual(before)
})

test('a list is found again where it was left after a restart, with the row that was gone to, also below news', async ({
  start,
  standIn,
}) => {
  const slug = standIn.podcasts[0]?.slug ?? ''
  const first = await startWith(start, [slug])
  const focused = first.page.locator('li[aria-posinset]:has(:focus)')
  await first.page.keyboard.press('Alt+ArrowDown')
  await expect(focused).toHaveCount(1)
  await first.page.keyboard.press('Alt+ArrowDown')
  await expect(focused).toHaveAttribute('aria-label', /January 2026/)
  const reached = (await focused.getAttribute('aria-label')) ?? ''
  await expect.poll(() => seenAtTop(first.page)).toMatchObject({ row: reached, y: 30 })
  await first.quit()

  const { page } = await start()
  await expect(page.getByText('33 episodes', { exact: true })).toBeVisible()
  await expect.poll(() => seenAtTop(page)).toMatchObject({ row: reached, y: 30 })
  const stop = page.locator('[data-row][tabindex="0"]')
  await expect(stop).toHaveAttribute('aria-label', reached)

  standIn.publish(slug, { slug: 'news', title: 'News' })
  await page.getByRole('button', { name: 'Sync all podcasts' }).click()
  await expect(page.getByText('34 episodes', { exact: true })).toBeVisible()
  expect(await seenAtTop(page)).toMatchObject({ row: reached, y: 30 })
  await expect(stop).toHaveAttribute('aria-label', reached)
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

test('highlights and topics too are found again where they were left', async ({ start, standIn }) => {
  const first = await startWith(start, [standIn.podcasts[0]?.slug ?? ''])
  const lists = [
    { place: 'Highlights', region: 'All highlights', list: 'Main ideas' },
    { place: 'Topics', region: 'All topics', list: 'All topics' },
  ]
  async function goTo(page: Page, place: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
  }
  type List = (typeof lists)[number]
  function listOf(page: Page, { region, list }: List): Locator {
    return page.getByRole('region', { name: region }).getByRole('list', { name: list })
  }
  function scrolled(page: Page, list: List): Promise<number> {
    return listOf(page, list).evaluate((element) => Math.round(element.parentElement?.scrollTop ?? 0))
  }

  const left: number[] = []
  for (const list of lists) {
    await goTo(first.page, list.place)
    await listOf(first.page, list).evaluate((element) => element.parentElement?.scrollTo(0, 333))
    left.push(await scrolled(first.page, list))
  }
  expect(Math.min(...left)).toBeGreaterThan(100)
  await goTo(first.page, 'Library')
  for (const [at, list] of lists.entries()) {
    await goTo(first.page, list.place)
    await expect.poll(() => scrolled(first.page, list)).toBe(left[at])
  }
  await first.quit()
  const again = await start()
  for (const [at, list] of lists.entries()) {
    await goTo(again.page, list.place)
    await expect.poll(() => scrolled(again.page, list)).toBe(left[at])
  }
})

test('the list of notes is found again where it was left, with the note that was gone to', async ({
  start,
}, testInfo) => {
  const path = testInfo.outputPath('mine.csv')
  const lines = Array.from(
    { length: 60 },
    (_, at) =>
      `Words ${at},Finding your way,,,${at},2026-02-${String(1 + (at % 28)).padStart(2, '0')} 10:00:00`,
  )
  await writeFile(path, ['Highlight,Title,Author,Note,Location,Date', ...lines].join('\r\n'))
  const first = await start()
  await expect(first.player).toBeVisible()
  await first.page.keyboard.press('g')
  await first.page.keyboard.press('i')
  await first.page.locator('input[type=file]').first().setInputFiles([path])
  await first.page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await expect(first.page.getByText('Imported: 60 notes are new.').first()).toBeVisible()

  const listIn = (page: Page) => page.getByRole('list', { name: 'All notes' })
  const scrolled = (page: Page) =>
    listIn(page).evaluate((element) => Math.round(element.parentElement?.scrollTop ?? 0))
  const openNotes = (page: Page) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Notes' }).click()
  await openNotes(first.page)
  await listIn(first.page).locator('[data-note-row][tabindex="0"]').focus()
  await first.page.keyboard.press('PageDown')
  await first.page.keyboard.press('PageDown')
  await first.page.keyboard.press('PageDown')
  await expect.poll(() => scrolled(first.page)).toBeGreaterThan(500)
  const stop = (page: Page) => listIn(page).locator('li:has([data-note-row][tabindex="0"])')
  await expect(stop(first.page).locator(':focus')).toHaveCount(1)
  const [pixels, index] = [
    await scrolled(first.page),
    (await stop(first.page).getAttribute('data-index')) ?? '',
  ]
  await first.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await openNotes(first.page)
  await expect.poll(() => scrolled(first.page)).toBe(pixels)
  await expect(stop(first.page)).toHaveAttribute('data-index', index)
  await first.quit()

  const { page } = await start()
  await expect(listIn(page)).toBeVisible()
  await expect.poll(() => scrolled(page)).toBe(pixels)
  await expect(stop(page)).toHaveAttribute('data-index', index)
})
