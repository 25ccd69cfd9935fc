import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { playGuide, writeNote } from '../stress/acts.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'
import { readKept } from './read-kept.ts'

async function archiveSection(page: Page): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  return page.getByRole('region', { name: 'Your archive' })
}

/** The system's own dialogs, which no test can operate, answer with this path. */
async function chooses(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, path)
}

/** A note, a draft, a position, something in Up next and a setting. */
async function makeSomething(earmark: Earmark): Promise<void> {
  const { page } = earmark
  await playGuide(earmark)
  await earmark.player.getByRole('button', { name: 'Pause', exact: true }).click()
  await writeNote(earmark, 'Ask “the team”: --- about this')
  await page.getByRole('button', { name: 'Add note' }).first().click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Half a tho')
}

async function exportTo(earmark: Earmark, place: string, form: 'Folder' | 'Zip file'): Promise<Locator> {
  const section = await archiveSection(earmark.page)
  await chooses(earmark.app, place)
  await section.getByText(form, { exact: true }).click()
  await section.getByRole('button', { name: 'Export…' }).click()
  await expect(section).toContainText('files were written to')
  return section
}

/** Looks into an archive; what it would do is in the dialog then. */
async function lookInto(earmark: Earmark, place: string, form: 'Folder' | 'Zip file'): Promise<Locator> {
  const section = await archiveSection(earmark.page)
  await chooses(earmark.app, place)
  await section.getByText(form, { exact: true }).click()
  await section.getByRole('button', { name: 'Import…' }).click()
  return earmark.page.getByRole('dialog', { name: /^Import / })
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
    expect(kept.annotations).toHaveLength(1)
    expect(kept.drafts).toHaveLength(1)
    expect(kept.podcasts).toHaveLength(2)
    await first.quit()
    const [name = ''] = await readdir(place)

    await rm(dataDirectory, { recursive: true, maxRetries: 5 })
    const second = await start()
    await expect(second.episodes).toHaveCount(3)
    const before = await readKept(second.page)
    const dialog = await lookInto(second, join(place, name), form)
    await expect(dialog.getByRole('row', { name: /^Notes/ })).toHaveText('Notes1000')
    await expect(dialog).toContainText('Ask “the team”: --- about this')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const section = await archiveSection(second.page)
    await expect(section).toContainText(/The archive was imported: \d+ added/)
    expect(ofPerson(await readKept(second.page))).toEqual(ofPerson(kept))

    await section.getByRole('button', { name: 'Undo import' }).click()
    await expect(section).toContainText('The import was undone')
    const after = await readKept(second.page)
    expect(present(after)).toEqual(present(before))
  })
}

/** Without the guide, which each library puts in by itself, and audio that Earmark found. */
function ofPerson({
  podcasts = [],
  audio = [],
  ...rest
}: Record<string, unknown[]>): Record<string, unknown[]> {
  const says = (text: string) => (row: unknown) => JSON.stringify(row).includes(text)
  const isGuide = says('"slug":"earmark-field-guide"')
  return {
    ...rest,
    podcasts: podcasts.filter((row) => !isGuide(row)),
    audio: audio.filter(says('"origin":"person"')),
  }
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
