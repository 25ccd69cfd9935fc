import { expect, test } from './earmark.ts'

test('a database of a newer version is told of, and not touched', async ({ start }) => {
  const first = await start()
  await expect(first.episodes).toHaveCount(3)
  // What a later Earmark would leave: the same name, a version above ours, and a store of its own.
  await first.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('earmark', 990)
        opening.onupgradeneeded = () => opening.result.createObjectStore('fromTheFuture')
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
        opening.onerror = () => reject(opening.error)
      }),
  )
  await first.quit()

  const second = await start()
  await expect(second.page.getByText(/newer version of Earmark/i)).toBeVisible()
  const stores = await second.page.evaluate(
    () =>
      new Promise<[number, boolean]>((resolve) => {
        const opening = indexedDB.open('earmark')
        opening.onsuccess = () => {
          const found = opening.result
          resolve([found.version, found.objectStoreNames.contains('fromTheFuture')])
          found.close()
        }
      }),
  )
  expect(stores).toEqual([990, true])
})
