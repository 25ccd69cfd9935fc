import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

test.slow()

/** By the keys: `g` and `i`. */
async function openImport({ page, player }: Earmark): Promise<Locator> {
  // Keys are heard once the page is there.
  await expect(player).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  return page.getByRole('region', { name: 'Import', exact: true })
}

const fixture = (name: string): string => resolve('tests/fixtures/imports', name)

/** The system's dialog, which no test can operate, answers with these. */
async function chooseFiles(place: Locator, ...paths: string[]): Promise<Locator> {
  await place.locator('input[type=file]').first().setInputFiles(paths)
  return place.page().getByRole('dialog', { name: /^Import / })
}

async function openNotes(page: Page): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Notes' }).click()
  return page.getByRole('region', { name: 'All notes' })
}

/** Of an episode of the guide. */
const title = 'Finding your way'

/** Readwise's table with a highlight of an episode of the guide, and one of an episode that nobody has. */
const table = [
  'Highlight,Title,Author,Note,Location,Date',
  `Words of the guide,${title},,.tea My thought,12,2026-02-03 10:00:00`,
  'Words of another,On Cups,Tea and Talk,,75,2026-02-04 10:00:00',
].join('\r\n')

test('Readwise’s table is shown first, then imported, then undone, also after a restart', async ({
  start,
}, testInfo) => {
  const path = testInfo.outputPath('mine.csv')
  await writeFile(path, table)
  const first = await start()
  const place = await openImport(first)
  const dialog = await chooseFiles(place, path)
  await expect(dialog).toContainText('2 notes are new.')
  await expect(dialog.getByRole('region', { name: 'On episodes of your library' })).toContainText(title)
  const elsewhere = dialog.getByRole('region', { name: 'On episodes that are not in your library' })
  await expect(elsewhere).toContainText('On Cups')
  await expect(elsewhere).toContainText('Tea and Talk · 1 note')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(place).toContainText('Nothing was imported.')
  await (await chooseFiles(place, path)).getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await expect(place).toContainText('Imported: 2 notes are new.')

  const notes = await openNotes(first.page)
  await notes.getByText('Words of another').click()
  await expect(first.page.getByRole('heading', { level: 1, name: 'On Cups' })).toBeVisible()
  await expect(first.page.getByText('This episode is not in your library')).toBeVisible()
  await first.quit()

  const second = await start()
  const again = await openImport(second)
  await chooseFiles(again, path)
  await expect(again).toContainText('All 2 notes are here already. Nothing was imported.')
  await again.getByRole('button', { name: 'Undo import' }).press('Enter')
  await expect(again).toContainText('The import was undone')
  await expect(again.getByRole('button', { name: 'Undo import' })).toHaveCount(0)
  await expect(await openNotes(second.page)).toContainText('No notes yet')
})

test('files of Snipd and PodNotes come in together, and what cannot be read is said', async ({
  start,
}, testInfo) => {
  const picture = testInfo.outputPath('picture.md')
  await writeFile(picture, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 1, 2]))
  const earmark = await start()
  const place = await openImport(earmark)
  const dialog = await chooseFiles(place, fixture('snipd-episode.md'), fixture('podnotes-links.md'), picture)
  await expect(dialog).toContainText('5 notes are new.')
  await expect(dialog.getByRole('region', { name: 'Not imported' })).toContainText('picture.md')
  await expect(dialog.getByRole('region', { name: 'Read from' })).toContainText('Snipd · 2 notes')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(place).toContainText('Imported: 5 notes are new.')
  await expect(place.getByRole('list', { name: 'Files that were not read' })).toContainText('picture.md')
  const notes = await openNotes(earmark.page)
  await expect(notes).toContainText('Bitterness comes last')
})

test('a note waits for its episode, and moves to it once its podcast is added', async ({
  start,
  standIn,
}, testInfo) => {
  const episode = standIn.episode('day-two-devops', 0)
  const path = testInfo.outputPath('mine.csv')
  await writeFile(
    path,
    `Highlight,Title,Author,Location,Date\r\n"A thought that waits","${episode.title.replaceAll('"', '""')}",Day Two DevOps,75,2026-02-03 10:00:00\r\n`,
  )
  const earmark = await start()
  const place = await openImport(earmark)
  const dialog = await chooseFiles(place, path)
  await expect(
    dialog.getByRole('region', { name: 'On episodes that are not in your library' }),
  ).toContainText(episode.title)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(place).toContainText('Imported: 1 note is new.')
  await earmark.addPodcast('day-two-devops')
  await earmark.openEpisode(episode.title)
  const notes = earmark.page.getByRole('article').getByRole('list', { name: 'Notes' })
  await expect(notes).toContainText('A thought that waits', { timeout: 40_000 })
  await expect(notes).toContainText('From Readwise')
  await expect(notes.getByRole('button', { name: 'Play from 1:15' })).toBeVisible()
})

test('a whole folder is chosen, and a picture in it is not looked at', async ({ start }, testInfo) => {
  const folder = testInfo.outputPath('vault')
  await mkdir(join(folder, 'Snipd', 'Data'), { recursive: true })
  await writeFile(join(folder, 'Snipd', 'Data', 'a.md'), await readFile(fixture('snipd-older.md')))
  await writeFile(join(folder, 'a.png'), 'no picture')
  const earmark = await start()
  const place = await openImport(earmark)
  await place.locator('input[type=file]').nth(1).setInputFiles(folder)
  const dialog = earmark.page.getByRole('dialog', { name: 'Import “a.md”?' })
  await expect(dialog).toContainText('1 note is new.')
})

test('files that fall on the window are read as if they had been chosen', async ({ start }) => {
  const earmark = await start()
  await expect(earmark.player).toBeVisible()
  const text = await readFile(fixture('readwise-import.csv'), 'utf8')
  const given = await earmark.page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'fallen.csv'))
    return data
  }, text)
  await earmark.page.dispatchEvent('body', 'dragenter', { dataTransfer: given })
  await expect(earmark.page.getByText('Let go to import these files')).toBeVisible()
  await earmark.page.dispatchEvent('body', 'drop', { dataTransfer: given })
  const dialog = earmark.page.getByRole('dialog', { name: 'Import “fallen.csv”?' })
  await expect(dialog).toContainText('2 notes are new.')
  await expect(earmark.page.getByText('Let go to import these files')).toHaveCount(0)
})

test('with keys alone: the place, the files, the plan, the undo, and the focus comes back', async ({
  start,
}) => {
  const earmark = await start()
  const { page } = earmark
  const place = await openImport(earmark)
  const button = place.getByRole('button', { name: 'Choose files…' })
  await button.focus()
  // The system’s own dialog would stay in the way of whatever comes after.
  const input = place.locator('input[type=file]').first()
  await input.evaluate((element) =>
    element.addEventListener('click', (event) => {
      event.preventDefault()
      element.setAttribute('data-asked', '')
    }),
  )
  await button.press('Enter')
  await expect(input).toHaveAttribute('data-asked', '')
  await input.setInputFiles(fixture('readwise-export.csv'))
  const dialog = page.getByRole('dialog', { name: 'Import “readwise-export.csv”?' })
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(place).toContainText('Imported: 2 notes are new.')
  await expect(button).toBeFocused()
  const undo = place.getByRole('button', { name: 'Undo import' })
  await expect(undo).toBeVisible()
  await button.press('Tab')
  await page.keyboard.press('Tab')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(place).toContainText('The import was undone: 2 things are as before.')
})
