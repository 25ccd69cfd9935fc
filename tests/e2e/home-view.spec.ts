import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { playGuide, writeNote } from '../stress/acts.ts'
import { expect, test } from './earmark.ts'

async function openSettings(page: Page): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  return page.getByRole('region', { name: 'Second home' })
}

/** The system's own dialog, which no test can operate, answers with this folder. */
async function choosesFolder(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)
}

test('settings say where the second home is and whether it is whole', async ({ start, dataDirectory }) => {
  const { app, page } = await start()
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] })
    shell.openPath = async (path) => {
      const { opened } = globalThis as unknown as { opened: string[] }
      opened.push(path)
      return ''
    }
  })
  const home = await openSettings(page)
  await expect(home).toContainText(join(dataDirectory, 'home'))
  await expect(home).toContainText('Not yet; it is done by itself every month')
  await home.getByRole('button', { name: 'Check now' }).click()
  await expect(home.getByRole('status')).toHaveText('All of it was read, and all of it is whole.')
  await expect(home).not.toContainText('Not yet; it is done by itself every month')
  await home.getByRole('button', { name: 'Show folder' }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([join(dataDirectory, 'home')])
})

test('it moves to another folder, and the folder before is kept', async ({
  start,
  dataDirectory,
}, testInfo) => {
  const first = await start()
  const elsewhere = testInfo.outputPath('other disk')
  await mkdir(elsewhere, { recursive: true })
  await choosesFolder(first.app, elsewhere)
  const home = await openSettings(first.page)
  await home.getByRole('button', { name: 'Move…' }).click()
  await expect(home.getByRole('status')).toContainText(`now in ${elsewhere}`)
  await expect(home.getByRole('status')).toContainText(`kept as it is: ${join(dataDirectory, 'home')}`)
  expect(await readdir(elsewhere)).toContain('home.json')
  expect(await readFile(join(elsewhere, 'home.json'), 'utf8')).toBe(
    await readFile(join(dataDirectory, 'home', 'home.json'), 'utf8'),
  )
  await first.quit()

  const second = await start()
  await expect(await openSettings(second.page)).toContainText('In the folder that you chose')
})

test('a second home that is gone is told within two seconds, and what was written meanwhile is saved once it is back', async ({
  start,
  dataDirectory,
}) => {
  const earmark = await start()
  const { page } = earmark
  await playGuide(earmark)
  await writeNote(earmark, 'Before it went')
  const home = join(dataDirectory, 'home')
  await rename(home, `${home} away`)
  await writeFile(home, 'a file is in its place')

  const banner = page.getByRole('region', { name: 'Saving' })
  await expect(banner).toBeHidden()
  await writeNote(earmark, 'While it was gone')
  await expect(banner).toContainText('Your second home is not there', { timeout: 2000 })
  await expect(
    page.getByRole('log', { name: 'Urgent announcements' }).getByText('Your second home is not there'),
  ).toHaveCount(1)
  await banner.getByRole('button', { name: 'Try again' }).click()
  await expect(banner).toContainText('Your second home is not there')

  await rm(home)
  await rename(`${home} away`, home)
  // Earmark tries by itself as well, and the banner may be gone by now.
  await banner.getByRole('button', { name: 'Try again' }).evaluateAll((found) => {
    for (const button of found) if (button instanceof HTMLElement) button.click()
  })
  await expect(banner).toBeHidden()
  await expect.poll(() => journalOf(home)).toContain('While it was gone')
})

test('one that was deleted is made anew, with all that the library holds', async ({
  start,
  dataDirectory,
}) => {
  const earmark = await start()
  await playGuide(earmark)
  await writeNote(earmark, 'From before')
  const home = join(dataDirectory, 'home')
  await rm(home, { recursive: true })
  await writeNote(earmark, 'From after')
  const banner = earmark.page.getByRole('region', { name: 'Saving' })
  await banner.getByRole('button', { name: 'Make it anew' }).click()
  await expect(banner).toBeHidden()
  await expect.poll(() => journalOf(home)).toContain('From after')
  await expect.poll(() => journalOf(home)).toContain('From before')
})

test('a snapshot is looked into and brought back, and that is undone, by keys alone', async ({ start }) => {
  const first = await start()
  await playGuide(first)
  await writeNote(first, 'To be deleted')
  await writeNote(first, 'To be kept')
  await first.quit()

  const { page, player, openEpisode } = await start()
  await openEpisode('Finding your way')
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  const ofEpisode = notes.getByRole('listitem')
  await expect(ofEpisode).toHaveCount(2)
  await ofEpisode
    .filter({ hasText: 'To be deleted' })
    .getByRole('button', { name: /^delete/i })
    .click()
  await player.getByRole('button', { name: 'Add note' }).click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Written since')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(notes).toContainText('Written since')
  await expect(notes).not.toContainText('To be deleted')

  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await pressOn(page, 'Snapshots…')
  await expect(page.getByRole('list', { name: 'Snapshots' }).getByRole('listitem')).toHaveCount(1)
  await pressOn(page, /2 notes/)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Notes since then: 1 written, 1 deleted.')
  const then = dialog.getByRole('list', { name: 'Notes of the snapshot' }).getByRole('listitem')
  await expect(then).toHaveCount(2)
  await pressOn(page, 'Back')
  await expect(page.getByRole('button', { name: /2 notes/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(then).toHaveCount(2)
  await expect(then.filter({ hasText: 'Deleted since' })).toContainText('To be deleted')
  await pressOn(page, 'Bring back all…')
  await expect(dialog).toContainText('1 note that was deleted since comes back.')
  await expect(dialog).toContainText('1 note that you wrote since is deleted.')
  await pressOn(page, 'Bring back')
  await expect(dialog).toBeHidden()
  await expect(notes).toContainText('To be deleted')
  await expect(notes).not.toContainText('Written since')
  await expect(notes).toContainText('To be kept')

  // The notice of the deletion may still be there, with an Undo of its own; U goes to the newest.
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(notes).toContainText('Written since')
  await expect(notes).not.toContainText('To be deleted')
})

test('a single note of a snapshot is brought back, and no other', async ({ start }) => {
  const first = await start()
  await playGuide(first)
  await writeNote(first, 'As it was')
  await first.quit()

  const { page, openEpisode } = await start()
  await openEpisode('Finding your way')
  const notes = page.getByRole('list', { name: 'Notes', exact: true })
  await notes.getByRole('button', { name: /^edit/i }).click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('As it is')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(notes).toContainText('As it is')
  await (await openSettings(page)).getByRole('button', { name: 'Snapshots…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('list', { name: 'Snapshots' }).getByRole('button').first().click()
  const changed = dialog.getByRole('listitem').filter({ hasText: 'Changed since' })
  await expect(changed).toContainText('As it was')
  await expect(changed).toContainText('As it is')
  await changed.getByRole('button', { name: /^bring back the note/i }).click()
  await expect(notes).toContainText('As it was')
  await expect(notes).not.toContainText('As it is')
})

/** Goes to a button of that name with the Tab key, and presses it with Enter. */
async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' })
  await expect(button).toBeVisible()
  await expect(async () => {
    if (!(await button.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab')
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  }).toPass({ intervals: [0] })
  await page.keyboard.press('Enter')
}

async function journalOf(home: string): Promise<string> {
  const folder = join(home, 'journal')
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.join('')
}
