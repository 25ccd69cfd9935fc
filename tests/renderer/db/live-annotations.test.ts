import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { liveAnnotations } from '../../../renderer/db/live-annotations.ts'
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
