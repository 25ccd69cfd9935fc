import { mkdir, readdir, rm, stat, truncate, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { playGuide, writeNote } from '../stress/acts.ts'
import type { Earmark } from './app.ts'
import { expect, test } from './earmark.ts'

test('a log that a power failure tore loses what stood in the torn part, and nothing at the next start', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  await playGuide(first)
  await writeNote(first, 'Before the storm')
  await first.kill()
  const [log = ''] = (await readdir(folderOf(dataDirectory))).filter((name) => name.endsWith('.log'))
  const path = join(folderOf(dataDirectory), log)
  await truncate(path, (await stat(path)).size - 5)

  for (const told of [1, 0, 0]) {
    const next = await start()
    await expect(noteOf(next, 'Before the storm')).toBeVisible()
    await expect(noticeOf(next, 'database was torn')).toHaveCount(told)
    await next.quit()
  }
  const [kept = ''] = await readdir(join(dataDirectory, 'damaged-databases'))
  expect(await readdir(join(dataDirectory, 'damaged-databases', kept))).toEqual([log])
})

test('a database that Chromium would not open is set aside before it is asked to', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  await expect(first.episodes).toHaveCount(3)
  await first.kill()
  await unlink(join(folderOf(dataDirectory), 'MANIFEST-000001'))
  const second = await start()
  await expect(noticeOf(second, 'database was damaged. It was set aside')).toBeVisible()
  await expect(second.episodes).toHaveCount(3)
  expect(await readdir(join(dataDirectory, 'damaged-databases'))).toHaveLength(1)
})

test('a database that does not open is set aside once, and the app starts with another one', async ({
  start,
  dataDirectory,
}) => {
  const first = await start()
  await expect(first.episodes).toHaveCount(3)
  await first.kill()
  await keepShut(dataDirectory)
  const second = await start()
  await expect(second.episodes).toHaveCount(3)
  expect(await readdir(join(dataDirectory, 'damaged-databases'))).toHaveLength(1)

  // And once more in the same start: that is told, and not tried again.
  await second.page.goto('about:blank')
  await second.app.evaluate(({ session }) =>
    session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
  )
  await keepShut(dataDirectory)
  await second.page.goto('app://earmark/index.html')
  await expect(second.page.getByRole('alert')).toContainText('neither could an empty one')
  expect(await readdir(join(dataDirectory, 'damaged-databases'))).toHaveLength(1)
  await rm(folderOf(dataDirectory), { recursive: true })
  await second.page.getByRole('button', { name: 'Try again' }).click()
  await expect(second.episodes).toHaveCount(3)
})

test('a database that is thrown away while the app runs is followed by another, and the app goes on with that', async ({
  start,
}) => {
  const { app, page, episodes } = await start()
  await expect(episodes).toHaveCount(3)
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''))
  // Chromium closes and empties it in the same way when it reads something damaged.
  await app.evaluate(({ session }) => session.defaultSession.clearStorageData({ storages: ['indexdb'] }))
  await expect(page.locator('html[data-before]')).toHaveCount(0)
  await expect(episodes).toHaveCount(3)
})

function folderOf(dataDirectory: string): string {
  return join(dataDirectory, 'chromium', 'IndexedDB', 'app_earmark_0.indexeddb.leveldb')
}

/** LevelDB cannot lock a folder, and what it cannot lock it does not open. */
async function keepShut(dataDirectory: string): Promise<void> {
  await rm(join(folderOf(dataDirectory), 'LOCK'), { force: true })
  await mkdir(join(folderOf(dataDirectory), 'LOCK'), { recursive: true })
}

function noticeOf({ page }: Earmark, text: string) {
  return page.getByRole('status', { name: 'Notices' }).getByText(text)
}

function noteOf({ page }: Earmark, text: string) {
  return page.getByRole('list', { name: 'Notes', exact: true }).getByText(text)
}
