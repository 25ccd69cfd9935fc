import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { addInFront, queueRows, takeBackAdded } from '../../../renderer/db/queue.ts'
import {
  addSmartList,
  changeSmartList,
  listSmartLists,
  moveSmartList,
  putBackSmartList,
  removeSmartList,
} from '../../../renderer/db/smart-lists.ts'

beforeEach(async () => {
  await database.delete()
  await database.open()
})

async function names(): Promise<string[]> {
  return (await listSmartLists()).map(({ name }) => name)
}

test('lists stand in the order they were saved in, and go up and down by one, however often', async () => {
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) ids.push(await addSmartList(name, 'is:unheard'))
  const [a = '', , c = ''] = ids
  await moveSmartList(c, 'up')
  expect(await names()).toEqual(['a', 'c', 'b'])
  await moveSmartList(c, 'up')
  await moveSmartList(c, 'up')
  expect(await names()).toEqual(['c', 'a', 'b'])
  await moveSmartList(a, 'down')
  await moveSmartList(a, 'down')
  expect(await names()).toEqual(['c', 'b', 'a'])
})

test('lists that two computers gave the same place are told apart once one is moved', async () => {
  for (const name of ['a', 'b', 'c']) await addSmartList(name, '')
  for (const { id } of await listSmartLists()) await database.smartLists.update(id, { position: 1 })
  const [, , last] = await listSmartLists()
  await moveSmartList(last?.id ?? '', 'up')
  expect(await names()).toEqual(['a', 'c', 'b'])
})

test('a deleted list comes back as it was, in its place, and is the newer one', async () => {
  await addSmartList('a', '')
  const id = await addSmartList('b', 'is:heard')
  await addSmartList('c', '')
  await changeSmartList(id, { name: 'b, renamed' })
  const before = await database.smartLists.get(id)
  const removed = await removeSmartList(id)
  expect(await names()).toEqual(['a', 'c'])
  if (removed === null) expect.unreachable('It was there.')
  else await putBackSmartList(removed)
  expect(await names()).toEqual(['a', 'b, renamed', 'c'])
  const after = await database.smartLists.get(id)
  expect(after).toMatchObject({ id, name: 'b, renamed', query: 'is:heard', position: before?.position })
  expect((after?.updatedAt ?? '') > (before?.updatedAt ?? '')).toBe(true)
})

test('what a list put into Up next is taken out again, and the rest stands as it did', async () => {
  await addInFront(
    ['p/1', 'p/2', 'p/3'].map((id) => ({ episodeId: id as `${string}/${string}`, part: null })),
  )
  const before = await queueRows()
  const wished = ['p/9', 'p/3', 'p/8'] as const
  await addInFront(wished.map((episodeId) => ({ episodeId, part: null })))
  expect((await queueRows()).map(({ episodeId }) => episodeId)).toEqual(['p/9', 'p/3', 'p/8', 'p/1', 'p/2'])
  await takeBackAdded(before, wished)
  expect((await queueRows()).map(({ episodeId }) => episodeId)).toEqual(['p/1', 'p/2', 'p/3'])
})
