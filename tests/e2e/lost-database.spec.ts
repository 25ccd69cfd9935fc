import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { playGuide, writeNote } from '../stress/acts.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

const typing = ({ page }: Earmark) => page.getByRole('textbox', { name: 'Note', exact: true })

test('with the whole profile gone, what was saved is there at the next start, and at the one after', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  await playGuide(first)
  await writeNote(first, 'Kept twice')
  await first.page.keyboard.press('n')
  await typing(first).pressSequentially('half a thought')
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible()
  await first.kill()
  await rm(join(dataDirectory, 'chromium'), { recursive: true })

  const second = await start()
  await expect(second.page.getByText(/database was empty.* 2 notes/)).toBeVisible()
  await expectAll(second)
  await second.quit()
  const third = await start()
  await expectAll(third)
})

async function expectAll(earmark: Earmark): Promise<void> {
  await expect(earmark.episodes).toHaveCount(3)
  await earmark.openEpisode('Finding your way')
  await expect(earmark.page.getByRole('list', { name: 'Notes', exact: true })).toContainText('Kept twice')
  await expect(earmark.page.getByText('half a thought')).toBeVisible()
}

test('a podcast that was removed stays removed when all else comes back', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  await playGuide(first)
  await writeNote(first, 'On what is gone')
  await first.page.getByRole('button', { name: /more about.*field guide/i }).click()
  await first.page.getByRole('menuitem', { name: /^remove/i }).click()
  await first.page
    .getByRole('dialog')
    .getByRole('button', { name: /remove/i })
    .click()
  await expect(first.episodes).toHaveCount(0)
  await first.quit()
  await rm(join(dataDirectory, 'chromium'), { recursive: true })

  const second = await start()
  await second.page.getByRole('link', { name: /^Notes/ }).click()
  await expect(second.page.getByText('On what is gone')).toBeVisible()
  await second.page.getByRole('link', { name: /^Library/ }).click()
  await expect(second.page.getByText(/add podcast/i).first()).toBeVisible()
  await expect(second.episodes).toHaveCount(0)
})

test('a second home that goes away is told while a note is written, and has it once it is back', async ({
  start,
  dataDirectory,
}) => {
  const home = join(dataDirectory, 'home')
  const first = await start()
  await playGuide(first)
  await first.page.keyboard.press('n')
  await typing(first).pressSequentially('Here ')
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible()
  await rename(home, `${home}-unplugged`)
  await typing(first).pressSequentially('and not there')
  const saving = first.page.getByRole('region', { name: 'Saving' })
  await expect(saving).toContainText('second home is not there')
  await expect(first.page.getByText(/^Not saved\./)).toBeVisible()

  await rename(`${home}-unplugged`, home)
  await expect(saving).toBeHidden()
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible()
  await first.kill()
  await rm(join(dataDirectory, 'chromium'), { recursive: true })

  const second = await start()
  await second.openEpisode('Finding your way')
  await expect(second.page.getByText('Here and not there')).toBeVisible()
})
