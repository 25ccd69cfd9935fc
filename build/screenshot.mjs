// @ts-check
// screenshot.mjs FILE ELECTRON ARGUMENT…: starts the app, waits until its page is drawn, writes a picture, quits.
// It drives the app from outside; the app knows nothing of it.
import { _electron } from '@playwright/test'
import { runMain, say } from './launch/say.mjs'

const showsSomethingMs = 30_000

const main = async () => {
  const [file, executablePath, ...args] = process.argv.slice(2)
  if (!file || !executablePath) throw new Error('screenshot.mjs FILE ELECTRON ARGUMENT…')
  const app = await _electron.launch({ executablePath, args, timeout: showsSomethingMs })
  try {
    const page = await app.firstWindow()
    await page.getByRole('heading').first().waitFor({ timeout: showsSomethingMs })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.screenshot({ path: file, animations: 'disabled' })
    say(`The picture is in ${file}.`)
  } finally {
    await app.close()
  }
  return 0
}

await runMain(main)
