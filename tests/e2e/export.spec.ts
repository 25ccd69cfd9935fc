import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { readwiseToken } from '../server/routes/readwise-routes.ts'
import { startStandIn } from '../server/stand-in.ts'
import { playGuide, writeNote } from '../stress/acts.ts'
import type { Earmark } from './app.ts'
import { chooses } from './archive-acts.ts'
import { expect, test } from './earmark.ts'

/** By the keys: `g` and `e`. */
async function openExport({ page }: Earmark): Promise<Locator> {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  return page.getByRole('region', { name: 'Export', exact: true })
}

test.slow()

async function noteOnGuide(earmark: Earmark, text: string): Promise<void> {
  await earmark.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click()
  await playGuide(earmark)
  await earmark.player.getByRole('button', { name: 'Pause', exact: true }).click()
  await writeNote(earmark, text)
}

async function markdownIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith('.md'))
}

test('notes go into a folder of Markdown, and what the person writes and moves there stays', async ({
  start,
}, testInfo) => {
  const folder = testInfo.outputPath('vault')
  await mkdir(folder, { recursive: true })
  const earmark = await start()
  await noteOnGuide(earmark, 'Ask “the team”: --- about this')
  const place = await openExport(earmark)
  const target = place.getByRole('region', { name: 'Markdown folder' })
  await chooses(earmark, folder)
  await target.getByRole('button', { name: 'Choose a folder and export…' }).press('Enter')
  await expect(target).toContainText('1 file is new.')
  const [name = ''] = await markdownIn(folder)
  const text = await readFile(join(folder, name), 'utf8')
  expect(text).toContain('> Ask “the team”: --- about this')
  expect(text).toMatch(/^earmark: "earmark:\/\/episode\//m)

  const moved = join(folder, 'Read', 'Mine.md')
  await mkdir(join(folder, 'Read'))
  await writeFile(join(folder, name), `${text}\n## My own\n\nCafé 👩‍🚀\n`)
  await rename(join(folder, name), moved)
  await target.getByRole('button', { name: 'Export 1 episode' }).click()
  await expect(target).toContainText('1 file is as it was.')
  const { mtimeMs } = await stat(moved)
  await writeNote(earmark, 'A second one')
  await target.getByRole('button', { name: 'Export 1 episode' }).click()
  await expect(target).toContainText('1 file was brought up to date.')
  expect((await stat(moved)).mtimeMs).not.toBe(mtimeMs)
  const now = await readFile(moved, 'utf8')
  expect(now).toContain('> A second one')
  expect(now.endsWith('\n## My own\n\nCafé 👩‍🚀\n')).toBe(true)

  // Between the marks as well: then nothing of it is touched.
  const mine = now.replace('> A second one', '> A second one, reworded by hand')
  await writeFile(moved, mine)
  await writeNote(earmark, 'A third one')
  await target.getByRole('button', { name: 'Export 1 episode' }).click()
  await expect(target.getByRole('list', { name: 'Files that you changed' })).toContainText('Read/Mine.md')
  expect(await readFile(moved, 'utf8')).toBe(mine)
  expect(await markdownIn(join(folder, 'Read'))).toHaveLength(2)
})

test('the folder is written by itself once that is switched on, also after a restart', async ({
  start,
}, testInfo) => {
  const folder = testInfo.outputPath('vault')
  await mkdir(folder, { recursive: true })
  const first = await start()
  await noteOnGuide(first, 'One')
  const place = await openExport(first)
  await chooses(first, folder)
  const target = place.getByRole('region', { name: 'Markdown folder' })
  await target.getByRole('button', { name: 'Choose a folder and export…' }).click()
  await expect(target).toContainText('1 file is new.')
  const [name = ''] = await markdownIn(folder)
  await target.getByRole('switch', { name: 'Write it by itself when notes change' }).click()
  await writeNote(first, 'Two')
  await expect.poll(() => readFile(join(folder, name), 'utf8'), { timeout: 30_000 }).toContain('> Two')
  await first.quit()

  const second = await start()
  await noteOnGuide(second, 'Three')
  await expect.poll(() => readFile(join(folder, name), 'utf8'), { timeout: 30_000 }).toContain('> Three')
})

test('a template is tried on an episode of the person’s before it is used', async ({ start }, testInfo) => {
  const folder = testInfo.outputPath('vault')
  await mkdir(folder, { recursive: true })
  const earmark = await start()
  await noteOnGuide(earmark, 'Mine')
  const place = await openExport(earmark)
  const target = place.getByRole('region', { name: 'Markdown folder' })
  await target.getByRole('button', { name: 'Name and template' }).click()
  await target.getByRole('textbox', { name: 'Name of each file' }).fill('Podcasts/{{title}}')
  const template = target.getByRole('textbox', { name: 'Template' })
  await template.fill('{{#notes}}* {{bodi}}{{/notes}}')
  await expect(target.getByRole('alert')).toHaveText('There is no field “bodi” here.')
  await template.fill('{{#notes}}* {{body}} ({{start}}){{/notes}}')
  await expect(target.getByRole('region', { name: 'Preview' })).toContainText(/\* Mine \(\d+:\d\d\)/)
  await target.getByRole('button', { name: 'Use this template' }).click()
  await expect(target.getByRole('button', { name: 'In use' })).toBeVisible()
  await chooses(earmark, folder)
  await target.getByRole('button', { name: 'Choose a folder and export…' }).click()
  await expect(target).toContainText('1 file is new.')
  const [name = ''] = await markdownIn(folder)
  expect(name).toMatch(/^Podcasts[/\\]/)
  expect(await readFile(join(folder, name), 'utf8')).toMatch(/%%\n\* Mine \(\d+:\d\d\)\n%%/)
})

test('notes are sent to Readwise, which may ask to wait, and each once, also after a restart', async ({
  start,
}) => {
  // Another host than the service, which else would be left alone as well.
  const readwise = await startStandIn({ podcasts: 1, episodesPerPodcast: 1 })
  const environment = { EARMARK_READWISE_BASE_URL: readwise.url }
  const first = await start(environment)
  await noteOnGuide(first, 'Out it goes')
  const place = await openExport(first)
  const target = place.getByRole('region', { name: 'Readwise', exact: true })
  const token = target.getByRole('textbox', { name: 'Access token of Readwise' })
  await token.fill('wrong-token-of-mine')
  await token.press('Enter')
  await target.getByRole('button', { name: 'Send 1 note' }).click()
  await expect(target).toContainText('Readwise does not take this access token. Nothing was sent.')
  await target.getByRole('button', { name: 'Forget the access token' }).click()
  await token.fill(readwiseToken)
  await token.press('Enter')
  readwise.break('readwise', { status: 429, retryAfterSeconds: 2, times: 1 })
  await target.getByRole('button', { name: 'Send 1 note' }).click()
  await expect(target).toContainText('Readwise asks to wait 2 seconds. It goes on by itself.')
  await expect(target).toContainText('1 note was sent to Readwise.')
  readwise.break('readwise', { status: 429, retryAfterSeconds: 3600 })
  await writeNote(first, 'And another')
  await target.getByRole('button', { name: 'Send 2 notes' }).click()
  await expect(target).toContainText('Readwise asks to wait 3,600 seconds')
  await target.getByRole('button', { name: 'Stop' }).click()
  await expect(target).toContainText('Stopped. What was sent by then is remembered')
  readwise.mend()
  await first.quit()

  const second = await start(environment)
  const again = (await openExport(second)).getByRole('region', { name: 'Readwise', exact: true })
  // Without a key store the token is gone with the app, and that was said.
  const asked = again.getByRole('textbox', { name: 'Access token of Readwise' })
  await expect(again).toContainText('1 note was sent so far')
  if (await asked.isVisible()) {
    await expect(again).toContainText('So it is not kept')
    await asked.fill(readwiseToken)
    await asked.press('Enter')
  }
  await again.getByRole('button', { name: 'Send 2 notes' }).click()
  await expect(again).toContainText('1 note was sent to Readwise. It had 1 other already.')
  expect(readwise.readwise.highlights.map(({ text }) => text)).toEqual(['Out it goes', 'And another'])
  await readwise.stop()
})

test('one file for other programs, and the chapters of an episode', async ({ start }, testInfo) => {
  const earmark = await start()
  await noteOnGuide(earmark, 'For a table')
  const place = await openExport(earmark)
  const path = testInfo.outputPath('mine.csv')
  await chooses(earmark, path)
  await place.getByRole('button', { name: 'Export 1 note as Table (CSV)' }).click()
  await expect(place).toContainText(`Written to ${path}`)
  expect(await readFile(path, 'utf8')).toContain('For a table')
})
