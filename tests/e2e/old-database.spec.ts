import type { Page } from '@playwright/test'
import { firstVersion } from '../fixtures/first-version.ts'
import { readLibrary } from '../stress/read-library.ts'
import { expect, test } from './earmark.ts'

test('a library of the first version is there after the start, with its notes', async ({ start }) => {
  const before = await start()
  await layDownFirstVersion(before.page)
  await before.kill()

  const after = await start()
  await expect(after.episodes.filter({ hasText: 'Night: “queues”' })).toBeVisible()
  await after.openEpisode('Night: “queues”')
  await expect(after.page.getByText('What queues do at night. Für Köche & 夜.')).toBeVisible()
  await expect(after.page.getByText('At three.')).toBeVisible()
  const library = await readLibrary(after.page, 'night-shift')
  expect(Object.keys(library.titles).sort()).toEqual(['alarms', 'clocks', 'queues'])
  expect(library.details.sort()).toEqual(['alarms', 'clocks', 'queues'])
  expect(library.noteBodies).toContain('Look *there*.')
  await after.quit()
})

/** From a page of the same origin that is not the app, which would open its database again. */
async function layDownFirstVersion(page: Page): Promise<void> {
  await page.goto(new URL('/no-such-page', page.url()).href)
  await page.evaluate(async ({ stores, rows }) => {
    const settled = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const keyPath = (text: string): string | string[] =>
      text.startsWith('[') ? text.slice(1, -1).split('+') : text
    await settled(indexedDB.deleteDatabase('earmark'))
    // Dexie stores its version 1 as 10.
    const opening = indexedDB.open('earmark', 10)
    opening.onupgradeneeded = () => {
      for (const [name, keys] of Object.entries(stores)) {
        const [key = '', ...indexes] = keys.split(', ')
        const store = opening.result.createObjectStore(name, { keyPath: keyPath(key) })
        for (const index of indexes) store.createIndex(index, keyPath(index))
        for (const row of rows[name] ?? []) store.put(row)
      }
    }
    await settled(opening)
    opening.result.close()
  }, firstVersion)
}
