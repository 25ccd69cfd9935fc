import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { liveAnnotations } from '../../../renderer/db/live-annotations.ts'
import { writingMany } from '../../../renderer/db/many-writes.ts'
import { madeNote } from '../../shared/formats/made-notes.ts'
import { freshDatabase } from '../fresh-database.ts'

test('whatever is written, changed and deleted, few at a time or many, the list is what is stored, newest first', async () => {
  await freshDatabase()
  const live = liveAnnotations()
  const stop = live.subscribe(() => undefined)
  const number = fc.nat({ max: 300 })
  const step = fc.oneof(
    fc.record({
      how: fc.constantFrom('put' as const, 'delete' as const),
      numbers: fc.array(number, { maxLength: 5 }),
    }),
    fc.record({
      how: fc.constant('put' as const),
      numbers: fc.array(number, { minLength: 60, maxLength: 120 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { how, numbers } of steps) {
        const at = new Date().toISOString()
        const deletedAt = how === 'delete' ? at : null
        await database.annotations.bulkPut(
          numbers.map((each) => madeNote(each, { deletedAt, updatedAt: at })),
        )
      }
      const stored = (await database.annotations.toArray()).filter(({ deletedAt }) => deletedAt === null)
      const wanted = stored.map(({ id, updatedAt }) => `${id} ${updatedAt}`).reverse()
      await vi.waitFor(
        () => expect(live.latest()?.map(({ id, updatedAt }) => `${id} ${updatedAt}`)).toEqual(wanted),
        { timeout: 10_000 },
      )
    }),
    { numRuns: 8 },
  )
  stop()
}, 60_000)

test('what an act writes that is of very many is read once it is over, and one note by itself at once', async () => {
  await freshDatabase()
  await database.annotations.put(madeNote(0))
  const live = liveAnnotations()
  const stop = live.subscribe(() => undefined)
  await vi.waitFor(() => expect(live.latest()).toHaveLength(1))
  const read = vi.spyOn(database.annotations, 'where')
  await writingMany(async () => {
    await database.annotations.put(madeNote(1))
    await vi.waitFor(() => expect(live.latest()).toHaveLength(2))
    const readBefore = read.mock.calls.length
    for (let at = 100; at < 500; at += 100) {
      await database.annotations.bulkPut(Array.from({ length: 100 }, (_, index) => madeNote(at + index)))
    }
    expect(read.mock.calls.length).toBe(readBefore)
  })
  await vi.waitFor(() => expect(live.latest()).toHaveLength(402))
  read.mockRestore()
  stop()
})
