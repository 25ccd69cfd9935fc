import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { parseOpml } from 'feedsmith'
import type { Earmark } from './app.ts'
import { chooses } from './archive-acts.ts'
import { expect, test } from './earmark.ts'

test.slow()

async function openPlace({ page, player }: Earmark, key: 'e' | 'i', name: string): Promise<Locator> {
  // Keys are heard once the page is there.
  await expect(player).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press(key)
  return page.getByRole('region', { name, exact: true })
}

function library({ page }: Earmark): Locator {
  return page.getByRole('navigation', { name: 'Podcasts' })
}

test('podcasts of another app are found, chosen and added, and the adding is undone after a restart', async ({
  start,
  standIn,
}, testInfo) => {
  const path = testInfo.outputPath('mine.opml')
  const outlines = standIn.podcasts.map(
    ({ slug, title }) =>
      `<outline type="rss" text="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" xmlUrl="${standIn.url}/feeds/${slug}.xml"/>`,
  )
  const unknown = '<outline type="rss" text="Nobody Knows This" xmlUrl="https://nobody.example/feed"/>'
  await writeFile(path, `<opml version="2.0"><head/><body>${[...outlines, unknown].join('')}</body></opml>`)

  const first = await start()
  const place = await openPlace(first, 'i', 'Import')
  await place.locator('input[type=file]').nth(2).setInputFiles(path)
  const dialog = first.page.getByRole('dialog', { name: 'Podcasts in “mine.opml”' })
  await expect(dialog).toContainText(`${standIn.podcasts.length} podcasts can be added.`)
  await expect(dialog.getByRole('region', { name: 'Not found' })).toContainText('Nobody Knows This')
  const boxes = dialog.getByRole('checkbox')
  for (const box of await boxes.all()) await box.uncheck()
  const [wanted] = standIn.podcasts
  if (wanted === undefined) throw new Error('the stand-in has podcasts')
  await boxes.first().check()
  await dialog.getByRole('button', { name: 'Add 1 podcast' }).press('Enter')
  await expect(place).toContainText('1 podcast was added. Their episodes are being read.')
  await expect(library(first)).toContainText(wanted.title)
  await first.quit()

  const second = await start()
  await expect(library(second)).toContainText(wanted.title)
  const again = await openPlace(second, 'i', 'Import')
  await again.getByRole('button', { name: 'Undo import' }).press('Enter')
  await expect(again).toContainText('The import was undone')
  await expect(library(second)).not.toContainText(wanted.title)
})

test('podcasts go out as a list that others read, and it is said which cannot be in it', async ({
  start,
  standIn,
}, testInfo) => {
  const earmark = await start()
  for (const { slug } of standIn.podcasts.slice(0, 2)) await earmark.addPodcast(slug)
  const place = await openPlace(earmark, 'e', 'Export')
  const section = place.getByRole('region', { name: 'Podcasts', exact: true })
  await expect(section).toContainText('Not in it, as no feed is known')
  const path = join(testInfo.outputPath(), 'podcasts.opml')
  await chooses(earmark, path)
  await section.getByRole('button', { name: 'Export 1 podcast as Podcasts (OPML)' }).press('Enter')
  await expect(section).toContainText(`Written to ${path}`)
  const read = parseOpml(await readFile(path, 'utf8'))
  expect(read.body?.outlines).toMatchObject([{ type: 'rss', xmlUrl: expect.stringContaining(standIn.url) }])
})

test('a file that is no list of podcasts is refused with a sentence', async ({ start }, testInfo) => {
  const path = testInfo.outputPath('bomb.opml')
  await writeFile(path, '<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml><body><outline text="&a;"/></body></opml>')
  const earmark = await start()
  const place = await openPlace(earmark, 'i', 'Import')
  await place.locator('input[type=file]').nth(2).setInputFiles(path)
  await expect(place).toContainText('“bomb.opml” could not be read. It declares entities of its own')
  await expect(place).toContainText('Nothing was added.')
})
