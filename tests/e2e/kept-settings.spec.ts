import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './earmark.ts'

async function theme(page: Page, name: string): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  return page.getByRole('radio', { name })
}

async function journalOf(dataDirectory: string): Promise<string> {
  const folder = join(dataDirectory, 'home', 'journal')
  const names = await readdir(folder).catch(() => [])
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('')
}

test('settings whose file is gone come back from the second home, also after kill -9', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  const dark = await theme(first.page, 'Dark')
  await dark.check({ force: true })
  await expect.poll(() => journalOf(dataDirectory)).toContain('"theme":"dark"')
  await first.kill()
  await rm(join(dataDirectory, 'settings.json'))

  const second = await start()
  await expect(await theme(second.page, 'Dark')).toBeChecked()
})

test('the second home is left with a snapshot and without a lock', async ({ start, dataDirectory }) => {
  const earmark = await start()
  const dark = await theme(earmark.page, 'Dark')
  await dark.check({ force: true })
  await expect.poll(() => journalOf(dataDirectory)).toContain('"theme":"dark"')
  await earmark.quit()
  expect(await readdir(join(dataDirectory, 'home'))).not.toContain('lock')
  expect(await readdir(join(dataDirectory, 'home', 'snapshots'))).toHaveLength(1)
})
