import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keptTables } from '../../renderer/db/kept-tables.ts'
import { readRecords } from '../both-homes.ts'
import { playGuide, writeNote } from '../stress/acts.ts'
import type { Earmark } from './app.ts'
import { archiveSection, chooses, exportTo, lookInto } from './archive-acts.ts'
import { expect, test } from './earmark.ts'

/** Every row of the person's and every deletion, by table. */
async function readKept(page: Page): Promise<Record<string, unknown[]>> {
  const records = await page.evaluate(readRecords)
  const tables = [...keptTables, 'tombstones']
  return Object.fromEntries(tables.map((name) => [name, (records[name] ?? []).map(({ row }) => row)]))
}

/** A note, another that is still being written, a position, something in Up next and a setting. */
async function makeSomething(earmark: Earmark): Promise<void> {
  const { page } = earmark
  await playGuide(earmark)
  await earmark.player.getByRole('button', { name: 'Pause', exact: true }).click()
  await writeNote(earmark, 'Ask “the team”: --- about this')
  await page.getByRole('button', { name: 'Add note' }).first().click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Half a tho')
}

for (const form of ['Folder', 'Zip file'] as const) {
  test(`what was exported as a ${form} comes back into an empty library, row for row, and can be undone`, async ({
    start,
    dataDirectory,
  }, testInfo) => {
    const first = await start()
    await makeSomething(first)
    await first.addPodcast('day-two-devops')
    const place = testInfo.outputPath('out')
    await mkdir(place, { recursive: true })
    await exportTo(first, form === 'Folder' ? place : join(place, 'mine.zip'), form)
    const kept = await readKept(first.page)
    expect(kept.annotations).toHaveLength(2)
    expect(kept.podcasts).toHaveLength(2)
    await first.quit()
    const [name = ''] = await readdir(place)

    await rm(dataDirectory, { recursive: true, maxRetries: 5 })
    const second = await start()
    await expect(second.episodes).toHaveCount(3)
    const before = await readKept(second.page)
    const dialog = await lookInto(second, join(place, name), form)
    await expect(dialog.getByRole('row', { name: /^Notes/ })).toHaveText('Notes2000')
    await expect(dialog).toContainText('Ask “the team”: --- about this')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const section = await archiveSection(second)
    await expect(section).toContainText(/The archive was imported: \d+ added/)
    expect(ofPerson(await readKept(second.page))).toEqual(ofPerson(kept))

    await section.getByRole('button', { name: 'Import…' }).press('Tab')
    await expect(section.getByRole('button', { name: 'Undo import' })).toBeFocused()
    await second.page.keyboard.press('Enter')
    await expect(section).toContainText('The import was undone')
    await expect(section.getByRole('button', { name: 'Import…' })).toBeFocused()
    const after = await readKept(second.page)
    expect(present(after)).toEqual(present(before))
  })
}

/** Without audio that Earmark found by itself. */
function ofPerson({ audio = [], ...rest }: Record<string, unknown[]>): Record<string, unknown[]> {
  return { ...rest, audio: audio.filter((row) => JSON.stringify(row).includes('"origin":"person"')) }
}

/** What a person sees of rows: neither deletions nor when they were changed. */
function present(kept: Record<string, unknown[]>): Record<string, unknown[]> {
  const { tombstones: _tombstones, ...tables } = kept
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.filter((row) => !/"deletedAt":"/.test(JSON.stringify(row))),
    ]),
  )
}

test('an archive that was changed is refused with a sentence, and one that brings nothing new too', async ({
  start,
}, testInfo) => {
  const earmark = await start()
  await makeSomething(earmark)
  const place = testInfo.outputPath('out')
  await mkdir(place, { recursive: true })
  await exportTo(earmark, place, 'Folder')
  const [name = ''] = await readdir(place)
  const section = await archiveSection(earmark)
  await lookInto(earmark, join(place, name), 'Folder')
  await expect(section).toContainText(`Everything in “${name}” is in your library already.`)
  const rows = join(place, name, 'rows', 'annotations.jsonl')
  await writeFile(rows, (await readFile(rows, 'utf8')).replace('Ask', 'Beg'))
  await lookInto(earmark, join(place, name), 'Folder')
  await expect(section).toContainText(
    '“rows/annotations.jsonl” in this archive is not as it was when the archive was written',
  )
  await expect(section).toContainText('Nothing was imported.')
  await expect(earmark.page.getByRole('dialog')).toHaveCount(0)
})

test('is exported, looked into and imported with keys alone, and the focus comes back', async ({
  start,
}, testInfo) => {
  const earmark = await start()
  const { page } = earmark
  await makeSomething(earmark)
  const zip = testInfo.outputPath('mine.zip')
  const section = await archiveSection(earmark)
  await chooses(earmark, zip)
  await section.getByRole('radio', { name: 'Folder' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(section.getByRole('radio', { name: 'Zip file' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(section).toContainText('files were written to')
  await section.getByRole('button', { name: 'Export…' }).press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(section.getByRole('button', { name: 'Import…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(section).toContainText('is in your library already')
  await expect(section.getByRole('button', { name: 'Import…' })).toBeFocused()
})
