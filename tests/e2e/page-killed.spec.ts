import { playGuide, writeNote } from '../stress/acts.ts'
import { meet } from './app.ts'
import { expect, test } from './earmark.ts'
import { killProcess, pageBroughtBack, pageProcess } from './page-process.ts'

test('a page whose process was killed comes back by itself, with what it showed as saved', async ({
  start,
  dataDirectory,
}) => {
  const before = await start()
  await playGuide(before)
  await writeNote(before, 'A whole note')
  await before.player.getByRole('button', { name: 'Add note' }).click()
  const editor = before.page.getByRole('textbox', { name: 'Note', exact: true })
  await editor.fill('Half a thought')
  await expect(before.page.getByRole('form', { name: 'Note editor' })).toContainText('Saved')
  const killed = (await pageProcess(before.app)) ?? 0
  killProcess(killed)

  const page = await pageBroughtBack(before.app, { dataDirectory, killed })
  const after = meet(before.app, page)
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('Half a thought')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeHidden()
  const notes = page.getByRole('list', { name: 'Notes', exact: true }).getByRole('listitem')
  await expect(notes).toHaveText([/A whole note/, /Half a thought/])
  await after.quit()
})

test('a page that is killed again and again ends the app with a sentence, and the next start has everything', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  const { app } = first
  await playGuide(first)
  await writeNote(first, 'Written before')
  // Nobody could close the system’s box here; its words also stand on standard error.
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = () => {}
  })
  let said = ''
  app.process().stderr?.on('data', (text) => {
    said += String(text)
  })
  const ended = app.waitForEvent('close')
  for (let times = 1; times <= 3; times += 1) {
    const killed = (await pageProcess(app)) ?? 0
    killProcess(killed)
    await pageBroughtBack(app, { dataDirectory, killed })
  }
  killProcess(await pageProcess(app))
  await ended
  expect(said).toContain(
    'Earmark had to close. Its page ended again and again. What was shown as saved is on the disk',
  )

  const { page } = await start()
  await expect(page.getByRole('list', { name: 'Notes', exact: true })).toContainText('Written before')
})

test('a page that is killed while its window closes does not keep the app from ending', async ({ start }) => {
  for (const _ of [1, 2, 3]) {
    const { app } = await start()
    const ended = app.waitForEvent('close')
    // Nobody may be there to answer any more.
    const asked = app
      .evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        const pid = window?.webContents.getOSProcessId()
        window?.close()
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
      })
      .catch(() => undefined)
    await Promise.all([ended, asked])
  }
})
