import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { playGuide, writeNote } from '../stress/acts.ts'
import { readNotes } from '../stress/corruption/read-notes.ts'
import { expect, test } from './earmark.ts'
import { workerNamed } from './worker-named.ts'

test('a comparison whose worker dies is noticed, and made up for by a later one', async ({
  start,
  dataDirectory,
}) => {
  const earmark = await start()
  const { page, episodes } = earmark
  await playGuide(earmark)
  await writeNote(earmark, 'Lost here, kept there')
  // The page's clock alone: comparisons are minutes and hours apart.
  await page.clock.install()
  await page.reload()
  await expect(episodes).toHaveCount(3)
  await loseNotes(page)
  await holdBackComparisons(page)

  await page.clock.fastForward('00:10')
  await expect.poll(() => comparisonsThatLive(page)).toBe(1)
  const comparison = await workerNamed(page, 'comparison')
  await comparison.evaluate(() => self.close())
  await expect.poll(() => comparisonsThatLive(page)).toBe(0)
  await expect
    .poll(() => readFile(join(dataDirectory, 'log', 'main.log'), 'utf8'))
    .toContain('The worker of the second home ended by itself.')
  expect(await readNotes(page)).toEqual([])

  await page.clock.fastForward('10:00')
  await expect(page.getByText('database had lost 1 note')).toBeVisible()
  expect(await readNotes(page)).toEqual(['Lost here, kept there'])
})

/** As a damaged disk does: past the app. */
async function loseNotes(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const opening = indexedDB.open('earmark')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('annotations', 'readwrite')
      transaction.objectStore('annotations').clear()
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    }
    await promise
    opening.result.close()
  })
}

/** The first one is never told what to do, so that it can be met while it works. */
async function holdBackComparisons(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function hold(message: object, ...rest) {
      if ('after' in message) Worker.prototype.postMessage = postMessage
      else Reflect.apply(postMessage, this, [message, ...rest])
    }
  })
}

/** Each holds a lock as long as it lives. */
async function comparisonsThatLive(page: Page): Promise<number> {
  const held = await page.evaluate(async () => (await navigator.locks.query()).held ?? [])
  return held.filter(({ name }) => name?.startsWith('comparison')).length
}
