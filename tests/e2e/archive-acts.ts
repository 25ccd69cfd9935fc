import { expect, type Locator } from '@playwright/test'
import type { Earmark } from './app.ts'

export async function archiveSection({ page }: Pick<Earmark, 'page'>): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  return page.getByRole('region', { name: 'Your archive' })
}

/** The system's own dialogs, which no test can operate, answer with this path. */
export async function chooses({ app }: Pick<Earmark, 'app'>, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, path)
}

export type FormName = 'Folder' | 'Zip file'

/** `place` is the folder that the archive's is put into, or the zip file. */
export async function exportTo(earmark: Earmark, place: string, form: FormName): Promise<void> {
  const section = await archiveSection(earmark)
  await chooses(earmark, place)
  await section.getByText(form, { exact: true }).click()
  await section.getByRole('button', { name: 'Export…' }).click()
  await expect(section).toContainText('files were written to')
}

/** Asks to import; what that would do is in the dialog then, or why not in the section. */
export async function lookInto(earmark: Earmark, place: string, form: FormName): Promise<Locator> {
  const section = await archiveSection(earmark)
  await chooses(earmark, place)
  await section.getByText(form, { exact: true }).click()
  await section.getByRole('button', { name: 'Import…' }).click()
  return earmark.page.getByRole('dialog', { name: /^Import / })
}
