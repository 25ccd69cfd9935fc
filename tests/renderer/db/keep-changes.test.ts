import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database, openDatabase } from '../../../renderer/db/database.ts'
import { keepDraft } from '../../../renderer/db/drafts.ts'
import { remember } from '../../../renderer/db/memory.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { addToQueue, moveInQueue } from '../../../renderer/db/queue.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { notedChanges } from '../noted-changes.ts'
import { madeRequest } from '../outbox/made-request.ts'
import { writesDuring } from '../stored-episodes.ts'

beforeEach(freshDatabase)

const now = '2026-03-10T08:00:00.000Z'
const { queue, drafts, unsent } = database
const waiting = (episode: string, position = 0) => ({ episodeId: `night/${episode}`, position }) as const
const draft = (text: string) => ({ key: 'moment a', episodeId: 'night/a', text, startSeconds: 3 }) as const

test.each<[string, () => PromiseLike<unknown>, unknown[]]>([
  ['put', () => queue.put(waiting('new', 7)), [{ key: 'night/new', row: { position: 7 } }]],
  ['add', () => queue.add(waiting('new', 7)), [{ key: 'night/new', row: { position: 7 } }]],
  ['update', () => queue.update('night/a', { position: 7 }), [{ key: 'night/a', row: { position: 7 } }]],
  [
    'upsert',
    () => queue.upsert('night/new', { position: 7 }),
    [{ key: 'night/new', row: { episodeId: 'night/new', position: 7 } }],
  ],
  [
    'modify',
    () => queue.where('position').above(0).modify({ position: 7 }),
    [
      { key: 'night/b', row: { position: 7 } },
      { key: 'night/c', row: { position: 7 } },
    ],
  ],
  [
    'modify, by taking out',
    () =>
      queue
        .where('position')
        .above(1)
        .modify((_, context) => {
          Reflect.deleteProperty(context, 'value')
        }),
    [{ key: 'night/c', row: null }],
  ],
  [
    'bulkPut',
    () => queue.bulkPut([waiting('a', 7), waiting('b', 1)]),
    [{ key: 'night/a', row: { position: 7 } }],
  ],
  ['bulkAdd', () => queue.bulkAdd([waiting('new', 7)]), [{ key: 'night/new', row: { position: 7 } }]],
  [
    'bulkUpdate',
    () => queue.bulkUpdate([{ key: 'night/a', changes: { position: 7 } }]),
    [{ key: 'night/a', row: { position: 7 } }],
  ],
  ['delete', () => queue.delete('night/a'), [{ key: 'night/a', row: null }]],
  ['bulkDelete', () => queue.bulkDelete(['night/a', 'night/none']), [{ key: 'night/a', row: null }]],
  ['delete by an index', () => queue.where('position').above(1).delete(), [{ key: 'night/c', row: null }]],
  [
    'delete by a range of keys',
    () => queue.where('episodeId').startsWith('night/').delete(),
    ['a', 'b', 'c'].map((name) => ({ key: `night/${name}`, row: null })),
  ],
  ['clear', () => queue.clear(), ['a', 'b', 'c'].map((name) => ({ key: `night/${name}`, row: null }))],
])('notes down what %s changes, as one entry', async (_, write, changes) => {
  await queue.bulkPut([waiting('a', 0), waiting('b', 1), waiting('c', 2)])
  await notedChanges()
  await write()
  expect(await notedChanges()).toMatchObject([changes])
})

test('notes down what another connection changes, as the worker’s is', async () => {
  const other = openDatabase()
  await other.queue.put(waiting('a'))
  other.close()
  expect(await notedChanges()).toMatchObject([[{ key: 'night/a' }]])
})

test('a transaction is one entry with each row once, whatever it writes and in whatever order', async () => {
  await database.transaction('rw', queue, drafts, async () => {
    await Promise.all([drafts.put(draft('a')), queue.put(waiting('a')), drafts.put(draft('ab'))])
    await drafts.put(draft('abc'))
    await database.transaction('rw', queue, () => queue.delete('night/a'))
    await queue.put(waiting('b'))
    await queue.update('night/b', { position: 7 })
  })
  expect(await notedChanges()).toMatchObject([
    [
      { key: 'moment a', row: { text: 'abc' } },
      { key: 'night/a', row: null },
      { key: 'night/b', row: { position: 7 } },
    ],
  ])
})

test('a row that stands twice in a list is noted down as it is in the end', async () => {
  await queue.bulkPut([waiting('a', 1), waiting('a', 2)])
  const [changes = []] = await notedChanges()
  expect(changes).toMatchObject([{ key: 'night/a', row: { position: 2 } }])
  expect(changes[0]?.row).toEqual(await queue.get('night/a'))
})

test('what says nothing new is neither written nor noted down', async () => {
  await keepDraft(draft('a'))
  await addToQueue('night/a')
  await addToQueue('night/b')
  await followPodcast(lookedUp(madePodcast('night')), now)
  await notedChanges()
  const writes = await writesDuring(async () => {
    await keepDraft(draft('a'))
    await moveInQueue('night/a', ['night/b'])
    await queue.delete('night/none')
  })
  expect(await notedChanges()).toEqual([])
  // Deleting what is not there.
  expect(writes).toBe(1)
})

test('a page of a sync is noted down only when it tells something else of the podcast', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  await notedChanges()
  const page = madePage([madeEpisode('night', 'a')], { podcast: madePodcast('night'), nextCursor: '2' })
  await commitPage('night', null, page, now)
  expect(await notedChanges()).toEqual([])
  const renamed = madePodcast('night', { title: 'Nights' })
  await commitPage('night', '2', madePage([], { podcast: renamed }), now)
  expect(await notedChanges()).toMatchObject([[{ key: 'night', row: { title: 'Nights', addedAt: now } }]])
})

test('a transaction that does not come to its end leaves nothing', async () => {
  const broken = database.transaction('rw', queue, async () => {
    await queue.put(waiting('a'))
    throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  expect(await unsent.count()).toBe(0)
})

test('what could not be added beside others is not noted down', async () => {
  await queue.add(waiting('a', 1))
  await notedChanges()
  await database.transaction('rw', queue, async () => {
    await queue.bulkAdd([waiting('a', 2), waiting('b', 2)]).catch(() => undefined)
  })
  expect(await notedChanges()).toMatchObject([[{ key: 'night/b' }]])
})

test('a change that cannot be noted down is not made', async () => {
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('No room.', 'QuotaExceededError')
  })
  const written = database.transaction('rw', queue, async () => {
    await queue.put(waiting('a')).catch(() => undefined)
  })
  await expect(written).rejects.toThrow()
  add.mockRestore()
  expect(await queue.count()).toBe(0)
})

test('what is not the person’s is written as before', async () => {
  await remember('shown', 1)
  expect(await unsent.count()).toBe(0)
})

test('a row that a transaction read and changed is compared with what it read, whatever became of the copy it was given', async () => {
  await queue.put(waiting('a'))
  const before = await queue.get('night/a')
  await database.transaction('rw', queue, async () => {
    const read = await queue.get('night/a')
    if (read !== undefined) await queue.put(Object.assign(read, { position: 5 }))
    await queue.put({ ...waiting('a'), position: 6 })
    await queue.delete('night/a')
    await queue.put({ ...waiting('a'), position: 6 })
  })
  const after = await queue.get('night/a')
  expect(after).toMatchObject({ position: 6 })
  expect(after?.updatedAt).not.toBe(before?.updatedAt)
  expect((await unsent.toArray()).at(-1)).toMatchObject({
    changes: [{ key: 'night/a', row: { position: 6 } }],
  })
  expect(await database.tombstones.count()).toBe(0)
})

test('a single row that cannot be put is not noted down, and gives its transaction up', async () => {
  const { requests } = database
  await requests.add(madeRequest({ id: 'one', episodeId: 'night/a' }))
  await notedChanges()
  const written = database.transaction('rw', requests, async () => {
    await requests.put(madeRequest({ id: 'two', episodeId: 'night/a' })).catch(() => undefined)
  })
  await expect(written).rejects.toThrow()
  expect(await notedChanges()).toEqual([])
  expect(await requests.count()).toBe(1)
})
