import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

const slowly = { timeout: 20_000 }
const takeaways = (page: Page) =>
  page.getByRole('list', { name: 'Practical takeaways' }).getByRole('listitem')
const tracked = (page: Page) =>
  page
    .getByRole('list', { name: 'Tracked takeaways' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('group') })
const headings = (page: Page) =>
  page.getByRole('list', { name: 'Tracked takeaways' }).getByRole('heading', { level: 3 })
const place = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'To try', exact: true })

/** 25 hours apart: whatever time it is, what is tomorrow in the first has come in the second. */
const [earlier, later] = [{ TZ: 'Pacific/Niue' }, { TZ: 'Pacific/Kiritimati' }]

test('a takeaway is kept to be tried until tomorrow; started later the app shows that it is due; it worked, and that can be undone', async ({
  start,
}) => {
  test.setTimeout(150_000)
  const first = await start(earlier)
  await first.openEpisode('Finding your way')
  const card = takeaways(first.page).first()
  const words = (await card.locator('p').first().textContent()) ?? ''
  await card.getByRole('button', { name: 'To try' }).click()
  const states = card.getByRole('group', { name: 'What became of it' })
  await expect(states.getByRole('button', { name: 'To try', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await card.getByRole('button', { name: 'Look again' }).click()
  await card.getByRole('menuitem', { name: 'Tomorrow' }).click()
  await expect(card.getByRole('button', { name: /^Look again tomorrow/ })).toBeVisible()
  await expect(place(first.page)).not.toHaveAccessibleDescription(/look at again/)
  await expect(first.page.getByText('to look at again today')).toHaveCount(0)
  await first.quit()

  const second = await start(later)
  const { page } = second
  const told = page
    .getByRole('status', { name: 'Notices' })
    .getByText('There is something to look at again today.')
  await expect(told).toBeVisible(slowly)
  await expect(place(page)).toHaveAccessibleDescription('1 to look at again')
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(headings(page).first()).toHaveText(/To look at again\s*1/)
  await expect(tracked(page)).toHaveCount(1)
  await expect(tracked(page)).toContainText(words.slice(0, 60))
  await tracked(page).getByRole('button', { name: 'Worked', exact: true }).click()
  await expect(headings(page).first()).toHaveText(/Worked\s*1/)
  await expect(place(page)).not.toHaveAccessibleDescription(/look at again/)
  await second.kill()

  // It was kept, and the act can be taken back in another run.
  const third = await start(later)
  await third.page.keyboard.press('g')
  await third.page.keyboard.press('y')
  await expect(headings(third.page).first()).toHaveText(/Worked\s*1/, slowly)
  await expect(third.page.getByText('to look at again today')).toHaveCount(0)
  await third.page.keyboard.press('Control+z')
  await expect(headings(third.page).first()).toHaveText(/To look at again\s*1/)
  await expect(place(third.page)).toHaveAccessibleDescription('1 to look at again')
})

test('by keys alone: takeaways are kept, said what became of, given a day and words of how it went', async ({
  start,
}) => {
  test.setTimeout(120_000)
  const { page, openEpisode } = await start()
  await openEpisode('Finding your way')
  const count = await takeaways(page).count()
  expect(count).toBeGreaterThan(1)
  for (const index of [0, 1]) {
    await takeaways(page).nth(index).getByRole('button', { name: 'To try' }).focus()
    await page.keyboard.press('Enter')
    // The focus goes along to what stands there now.
    await expect(
      takeaways(page).nth(index).getByRole('group').getByRole('button', { name: 'To try', exact: true }),
    ).toBeFocused()
  }
  await page.keyboard.press('g')
  await page.keyboard.press('y')
  await expect(headings(page)).toHaveText([/To try\s*2/])
  await tracked(page).first().locator('[data-tracked-row]').focus()
  await page.keyboard.press('2')
  await expect(headings(page)).toHaveText([/Trying\s*1/, /To try\s*1/])
  // The one after it has the focus: going through them is a key each.
  await expect(tracked(page).nth(1).locator('[data-tracked-row]')).toBeFocused()
  await page.keyboard.press('w')
  await expect(
    tracked(page)
      .nth(1)
      .getByRole('button', { name: /^Look again on / }),
  ).toBeVisible()

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'How it went' })
  await expect(dialog.getByRole('textbox', { name: 'How it went' })).toBeFocused()
  await page.keyboard.type('Twice a day is too much.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(tracked(page).nth(1)).toContainText('Twice a day is too much.')
  await expect(tracked(page).nth(1).locator('[data-tracked-row]')).toBeFocused()

  await page.keyboard.press('4')
  await expect(headings(page)).toHaveText([/Trying\s*1/, /Did not work\s*1/])
  await page.keyboard.press('Control+z')
  await expect(headings(page)).toHaveText([/Trying\s*1/, /To try\s*1/])
  await expect(tracked(page).nth(1)).toContainText('Twice a day is too much.')

  await tracked(page).first().locator('[data-tracked-row]').focus()
  await page.keyboard.press('Delete')
  await expect(tracked(page)).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(tracked(page)).toHaveCount(2)
})

test('a note of one’s own is tracked in its editor, with a day of the calendar', async ({ start }) => {
  test.setTimeout(120_000)
  const { page, openEpisode, audioClock } = await start()
  await openEpisode('Finding your way')
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Stand up every hour')
  const editor = page.getByRole('form', { name: 'Note editor' })
  await editor.getByRole('button', { name: 'To try' }).click()
  const day = editor.getByLabel('Look again on')
  // A year that is half typed is no day.
  await day.focus()
  await day.fill('0002-01-01')
  await day.blur()
  await expect(editor.getByRole('alert')).toContainText('Choose today or a later one')
  await day.fill('2031-05-06')
  await expect(editor.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('list', { name: 'Notes', exact: true }).getByRole('listitem')
  await expect(note).toContainText('Look again on 6 May 2031')
  await note.getByRole('button', { name: 'Trying', exact: true }).click()
  await expect(note.getByRole('button', { name: 'Trying', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await note.getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: 'Stop tracking' }).click()
  await expect(note.getByRole('group', { name: 'What became of it' })).toHaveCount(0)
  await expect(note).toContainText('Stand up every hour')
})
