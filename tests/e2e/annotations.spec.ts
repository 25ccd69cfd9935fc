import type { Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

const box = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true })
const notesOf = (page: Page) => page.getByRole('list', { name: 'Notes', exact: true }).getByRole('listitem')
/** Flushed: the word stands in the editor. */
const saved = (page: Page) =>
  page.getByRole('form', { name: 'Note editor' }).getByText('Saved', { exact: true })

test('a range is set by ear over what plays, looped, tagged by completion, and survives kill -9 as it was shown saved', async ({
  start,
}) => {
  test.setTimeout(150_000)
  const first = await start()
  const { page, audioClock } = first
  await first.openEpisode('Finding your way')
  await page.getByRole('list', { name: 'Chapters' }).getByRole('button').nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan(40)

  await page.keyboard.press('n')
  await box(page).pressSequentially('Heard twice')
  await page.keyboard.press('Control+[')
  await expect.poll(audioClock).toBeGreaterThan(43)
  await page.keyboard.press('Control+]')
  // Writing stops nothing.
  await expect(first.player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  const until = page.getByRole('button', { name: /^Play up to / })
  await expect(until).toBeVisible()
  const before = await until.textContent()
  await page.keyboard.press('Control+Shift+BracketRight')
  await expect(until).not.toHaveText(before ?? '')

  // It goes over the range again and again: the clock comes back to its start.
  await page.keyboard.press('Control+l')
  const loop = page.getByRole('button', { name: 'Loop', exact: true })
  await expect(loop).toHaveAttribute('aria-pressed', 'true')
  const clocks: number[] = []
  await expect
    .poll(
      async () => {
        clocks.push((await audioClock()) ?? 0)
        return clocks.filter((clock, index) => clock < (clocks[index - 1] ?? 0)).length
      },
      { intervals: [100], timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(2)
  await page.keyboard.press('Control+l')
  await expect(loop).toHaveAttribute('aria-pressed', 'false')

  const tags = page.getByRole('combobox', { name: 'Tags' })
  await tags.fill('Sounds')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Star', exact: true }).click()
  await page.getByRole('radio', { name: 'Question' }).check()
  await expect(saved(page)).toBeVisible()
  await first.kill()

  const second = await start()
  await expect(box(second.page)).toHaveValue('Heard twice')
  await second.page.getByRole('button', { name: 'Save note' }).click()
  const note = notesOf(second.page)
  await expect(note).toHaveCount(1)
  await expect(note).toContainText(/0:4\d\s*to 0:4\d/)
  await expect(note).toContainText('Question')
  await expect(note).toContainText('Sounds')
  await expect(note.getByRole('button', { name: /^Star/ })).toHaveAttribute('aria-pressed', 'true')

  // The tag completes from its beginning in the next note.
  await second.page.keyboard.press('Shift+n')
  await box(second.page).pressSequentially('On all of it')
  await second.page.getByRole('combobox', { name: 'Tags' }).pressSequentially('so')
  await expect(second.page.getByRole('option', { name: /Sounds/ })).toBeVisible()
  await second.page.keyboard.press('ArrowDown')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByRole('list', { name: 'Tags of the note' })).toContainText('Sounds')
})

test('a note’s history has what it was, and restores it after a restart; so does undo', async ({ start }) => {
  test.setTimeout(120_000)
  const first = await start()
  await first.openEpisode('Finding your way')
  await first.page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(first.audioClock).toBeGreaterThan(0)
  await first.page.keyboard.press('n')
  await box(first.page).pressSequentially('Three minutes')
  await first.page.keyboard.press('Control+Enter')
  await expect(notesOf(first.page)).toContainText('Three minutes')
  await notesOf(first.page).getByRole('button', { name: /^Edit/ }).click()
  await box(first.page).fill('Four minutes')
  await expect(saved(first.page)).toBeVisible()
  await first.kill()

  const second = await start()
  const { page } = second
  await expect(box(page)).toHaveValue('Four minutes')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(notesOf(page)).toContainText('Four minutes')
  await notesOf(page)
    .getByRole('button', { name: /^More about/ })
    .click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  const history = page.getByRole('dialog', { name: 'History of the note' })
  await expect(history.locator('del')).toHaveText('Three')
  await expect(history.locator('ins')).toHaveText('Four')
  await history.getByRole('button', { name: /^Restore/ }).click()
  await page.keyboard.press('Escape')
  await expect(notesOf(page)).toContainText('Three minutes')

  await page.keyboard.press('Control+z')
  await expect(notesOf(page)).toContainText('Four minutes')
  // Of the run before.
  await page.keyboard.press('Control+z')
  await expect(notesOf(page)).toContainText('Three minutes')
})

test('M marks, and again marks up to there; many notes are tagged, deleted and brought back by keys alone', async ({
  start,
}) => {
  test.setTimeout(120_000)
  const { page, openEpisode, audioClock, player } = await start()
  await openEpisode('Finding your way')
  const chapters = page.getByRole('list', { name: 'Chapters' }).getByRole('button')
  await chapters.nth(1).click()
  await expect.poll(audioClock).toBeGreaterThan(40)
  await page.keyboard.press('m')
  await expect(notesOf(page)).toHaveCount(1)
  await expect.poll(audioClock).toBeGreaterThan(41)
  await page.keyboard.press('m')
  await expect(notesOf(page)).toHaveCount(1)
  await expect(notesOf(page)).toContainText(/0:(29|3\d)\s*to 0:4\d/)
  await chapters.nth(2).click()
  await page.keyboard.press('m')
  await expect(notesOf(page)).toHaveCount(2)
  await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const all = page.getByRole('region', { name: 'All notes' })
  const rows = all.getByRole('checkbox')
  await expect(rows).toHaveCount(2)
  await rows.first().focus()
  await page.keyboard.press('Control+a')
  await expect(all.getByText('2 selected')).toBeVisible()
  await page.getByRole('combobox', { name: 'Tag the selected notes' }).focus()
  await page.keyboard.type('later')
  await page.keyboard.press('Enter')
  await expect(all.getByRole('listitem').filter({ hasText: 'later' })).toHaveCount(2)

  await rows.first().focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(all.getByRole('listitem').filter({ hasText: 'later' })).toHaveCount(0)
  await expect(rows).toHaveCount(2)
})

test('a note is copied as Markdown and as rich text at once', async ({ start }) => {
  const { page, openEpisode, audioClock } = await start()
  await openEpisode('Finding your way')
  await page.getByRole('button', { name: 'Play episode' }).click()
  await expect.poll(audioClock).toBeGreaterThan(0)
  await page.keyboard.press('n')
  await box(page).fill('Very **bold** <i>words</i>')
  await page.keyboard.press('Control+Enter')
  await notesOf(page)
    .getByRole('button', { name: /^More about/ })
    .click()
  await page.getByRole('menuitem', { name: 'Copy' }).click()
  await expect(page.getByText('Note copied.')).toBeVisible()
  // Pasted by the system into a field that takes either.
  await page.evaluate(() => {
    const field = document.createElement('div')
    field.contentEditable = 'true'
    field.id = 'pasted-into'
    field.addEventListener('paste', (event) => {
      const given = event.clipboardData
      field.dataset.pasted = JSON.stringify([given?.getData('text/plain'), given?.getData('text/html')])
    })
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.press('Control+v')
  const field = page.locator('#pasted-into')
  await expect(field).toHaveAttribute('data-pasted', /earmark/)
  const [text, html]: string[] = JSON.parse((await field.getAttribute('data-pasted')) ?? '[]')
  expect(text).toContain('Very **bold** <i>words</i>')
  expect(text).toContain('earmark://episode/')
  expect(html).toContain('<strong>bold</strong>')
  expect(html).not.toContain('<i>words')
})
