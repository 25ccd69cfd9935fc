// @ts-check
// screenshot.mjs FILE ELECTRON ARGUMENT…: starts the app, waits until its page is drawn, writes a picture, quits.
// It drives the app from outside; the app knows nothing of it.
import fs from 'node:fs'
import { _electron } from '@playwright/test'
import { runMain, say } from './launch/say.mjs'

const showsSomethingMs = 30_000
/** The page counts as drawn once it has looked the same for so many pictures in a row. */
const picturesAlike = 4
const betweenPicturesMs = 400
/** What never comes to rest (audio that plays) is taken as it is after this. */
const restsMs = 15_000

/** @param {import('@playwright/test').Page} page */
const pictureAtRest = async (page) => {
  const untilMs = Date.now() + restsMs
  let picture = await page.screenshot({ animations: 'disabled' })
  for (let alike = 1; alike < picturesAlike && Date.now() < untilMs; ) {
    await page.waitForTimeout(betweenPicturesMs)
    const next = await page.screenshot({ animations: 'disabled' })
    alike = next.equals(picture) ? alike + 1 : 1
    picture = next
  }
  return picture
}

const main = async () => {
  const [file, executablePath, ...args] = process.argv.slice(2)
  if (!file || !executablePath) throw new Error('screenshot.mjs FILE ELECTRON ARGUMENT…')
  const app = await _electron.launch({ executablePath, args, timeout: showsSomethingMs })
  try {
    const page = await app.firstWindow()
    await page.getByRole('heading').first().waitFor({ timeout: showsSomethingMs })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    fs.writeFileSync(file, await pictureAtRest(page))
    say(`The picture is in ${file}.`)
  } finally {
    await app.close()
  }
  return 0
}

await runMain(main)
