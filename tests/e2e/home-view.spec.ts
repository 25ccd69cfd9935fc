import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
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
