import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { addUnsent, settleUnsent } from '../../../renderer/db/unsent.ts'
import { type EntryList, followEntries } from '../../../renderer/home/entries-to-send.ts'
import { freshDatabase } from '../fresh-database.ts'

const { queue, unsent } = database
const row = (name: string) => ({ episodeId: `night/${name}`, position: 0 }) as const
const foreign = {
  kind: 'queue',
  key: 'night/other',
  updatedAt: '2026-12-01T00:00:00.000Z',
  row: null,
} as const

let list: EntryList
let heard = 0

beforeEach(async () => {
  await freshDatabase()
  heard = 0
  list = followEntries(() => {
    heard += 1
  })
})
afterEach(() => {
  list.stop()
  vi.restoreAllMocks()
})

const keysOf = async (most = 50) =>
  (await list.next(most)).entries.flatMap(({ changes }) => changes.map(({ key }) => key))

/** Gives and settles what there is, so that the list knows where it stands. */
async function begin(): Promise<void> {
  await queue.put(row('first'))
  const { entries } = await list.next(50)
  await settle(entries.map(({ number }) => number))
}

async function settle(numbers: readonly number[]): Promise<void> {
  list.settled(numbers)
  await settleUnsent(numbers, null)
}

test('what the page committed is given without reading the list', async () => {
  await begin()
  const reading = vi.spyOn(unsent, 'orderBy')
  await queue.put(row('a'))
  await queue.put(row('b'))
  expect(await list.next(50)).toMatchObject({ areAll: true, entries: await unsent.toArray() })
  expect(await keysOf()).toEqual(['night/a', 'night/b'])
  expect(await list.next(1)).toMatchObject({ areAll: false, entries: [{ changes: [{ key: 'night/a' }] }] })
  expect(reading).not.toHaveBeenCalled()
})

test('what was settled is not given again, and what was not is', async () => {
  await begin()
  await queue.put(row('a'))
  await queue.put(row('b'))
  const [first] = (await list.next(50)).entries
  await settle([first?.number ?? 0])
  expect(await keysOf()).toEqual(['night/b'])
  list.readAnew()
  expect(await keysOf()).toEqual(['night/b'])
})

test('what others committed before and after is given, each once and in order', async () => {
  await begin()
  await queue.put(row('a'))
  await addUnsent([foreign])
  await queue.put(row('b'))
  await vi.waitFor(async () => expect(await keysOf()).toEqual(['night/a', 'night/other', 'night/b']))
})

test('what another connection committed before our own, of which word comes late, is not passed over', async () => {
  await begin()
  // Raw, as another connection's whose word is still under way.
  await new Promise((done, failed) => {
    const transaction = database.backendDB().transaction('unsent', 'readwrite')
    transaction.objectStore('unsent').add({ at: foreign.updatedAt, changes: [foreign] })
    transaction.oncomplete = done
    transaction.onerror = failed
  })
  await queue.put(row('a'))
  expect(await keysOf()).toEqual(['night/other', 'night/a'])
})

test('what is committed while the list is read is given with it or after it', async () => {
  await begin()
  list.readAnew()
  const reading = list.next(50)
  const writing = queue.put(row('a'))
  const { areAll } = await reading
  await writing
  await vi.waitFor(async () => expect(await keysOf()).toEqual(['night/a']))
  if (areAll) expect(heard).toBeGreaterThan(1)
})

test('of an act that was given up nothing is given, and what follows it is', async () => {
  await begin()
  await expect(
    database.transaction('rw', queue, async () => {
      await queue.put(row('a'))
      throw new Error('Given up.')
    }),
  ).rejects.toThrow('Given up.')
  expect(await keysOf()).toEqual([])
  await queue.put(row('b'))
  expect(await keysOf()).toEqual(['night/b'])
})

test('several writes of one transaction are one entry, with the last of each row', async () => {
  await begin()
  await database.transaction('rw', queue, async () => {
    await queue.put(row('a'))
    await queue.put({ ...row('a'), position: 7 })
    await queue.put(row('b'))
  })
  const { entries } = await list.next(50)
  expect(entries).toEqual(await unsent.toArray())
  expect(entries).toMatchObject([{ changes: [{ row: { position: 7 } }, { key: 'night/b' }] }])
})

test('where nothing is taken for long, memory holds no more than a few hundred', async () => {
  await begin()
  for (let index = 0; index < 230; index += 1) await queue.put(row(`${index}`))
  const { entries, areAll } = await list.next(300)
  expect([entries.length, areAll]).toEqual([230, true])
})
