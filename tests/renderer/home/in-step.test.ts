import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { homeMark, keepHomeMark } from '../../../renderer/db/unsent.ts'
import { type BroughtUp, bringUp, type ReadHome } from '../../../renderer/home/bring-up.ts'
import type { Before } from '../../../renderer/home/brought-up-words.ts'
import { createInStep, type InStep } from '../../../renderer/home/in-step.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure } from '../../../shared/result.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { notedChanges } from '../noted-changes.ts'
import { homeOf, madeNote } from './made-home.ts'

let home: KeptChange[]
let read: ReadHome
let told: { before: Before; missing: number }[]
/** What was compared in the worker, in this thread here. */
const beside = vi.fn((after: number | null) => bringUp((...asked) => read(...asked), after))
const lacking = vi.fn()
const reportFault = vi.fn()

function start(): InStep {
  return createInStep({
    read: (...asked) => read(...asked),
    beside,
    lacking,
    broughtUp: async ({ missing }: BroughtUp, before) => {
      told.push({ before, missing: missing.get('annotations') ?? 0 })
    },
    reportFault,
  })
}
const met = () => ({ homeId: 'home', lastNumber: home.length })

beforeEach(async () => {
  await freshDatabase()
  home = [madeNote(0), madeNote(1), madeNote(2)]
  read = (after, cursor) => homeOf(home)(after, cursor)
  told = []
  beside.mockClear()
  lacking.mockClear()
  reportFault.mockReset()
})

test('where both are as far, nothing is read, and marks may be kept from then on', async () => {
  await keepHomeMark({ homeId: 'home', number: 3 })
  read = vi.fn(read)
  const inStep = start()
  expect(inStep.markAfter(4)).toBeNull()
  await inStep.meet(met())
  expect(read).not.toHaveBeenCalled()
  expect(lacking).not.toHaveBeenCalled()
  expect(inStep.markAfter(4)).toEqual({ homeId: 'home', number: 4 })
})

test('after the database did not keep what the second home has, there is no mark until that was fetched', async () => {
  await keepHomeMark({ homeId: 'home', number: 3 })
  const inStep = start()
  await inStep.meet(met())
  inStep.fallBehind()
  expect(inStep.markAfter(5)).toBeNull()
  home.push(madeNote(3))
  expect(await inStep.compare()).toBe(true)
  expect(beside).toHaveBeenCalledWith(3)
  expect(await database.annotations.count()).toBe(4)
  expect(inStep.markAfter(5)).toEqual({ homeId: 'home', number: 5 })
})

test('what falls behind while the two are compared stays so', async () => {
  await keepHomeMark({ homeId: 'home', number: 0 })
  const inStep = start()
  await inStep.meet(met())
  read = async (after, cursor) => {
    const page = await homeOf([...home])(after, cursor)
    read = (...asked) => homeOf(home)(...asked)
    // The second home was given it after it was read, and the database gave it up.
    home.push(madeNote(3))
    inStep.fallBehind()
    return page
  }
  await inStep.compare()
  expect(inStep.markAfter(5)).toBeNull()
  expect(await inStep.compare()).toBe(true)
  expect(await database.annotations.count()).toBe(4)
  expect(inStep.markAfter(5)).toEqual({ homeId: 'home', number: 5 })
})

test('what came after the mark is there when it is met', async () => {
  await keepHomeMark({ homeId: 'home', number: 2 })
  await start().meet(met())
  expect(await database.annotations.toCollection().primaryKeys()).toEqual([madeNote(2).key])
  expect(await homeMark()).toEqual({ homeId: 'home', number: 3 })
  expect(told).toEqual([{ before: 'in-step', missing: 1 }])
  expect(lacking).toHaveBeenCalledOnce()
  expect(beside).not.toHaveBeenCalled()
})

test('an empty database has everything when it is met; many rows come beside the page', async () => {
  home = Array.from({ length: 400 }, (_, at) => madeNote(at))
  await start().meet(met())
  expect(await database.annotations.count()).toBe(400)
  expect(beside).toHaveBeenCalledExactlyOnceWith(null)
  expect(told).toEqual([{ before: 'empty', missing: 400 }])
  expect(lacking).toHaveBeenCalledOnce()
})

test('on the very first start there is nothing to compare', async () => {
  home = []
  const inStep = start()
  await inStep.meet(met())
  expect(inStep.markAfter(1)).toEqual({ homeId: 'home', number: 1 })
  expect(beside).not.toHaveBeenCalled()
})

test('a library from before fills the new second home, and nobody waits for it', async () => {
  home = []
  await database.annotations.put({ ...keptExamples.annotations.row, id: 'from before' })
  await notedChanges()
  const inStep = start()
  const { promise, resolve } = Promise.withResolvers<void>()
  read = async (after, cursor) => {
    await promise
    return homeOf(home)(after, cursor)
  }
  await inStep.meet(met())
  expect(inStep.markAfter(1)).toBeNull()
  resolve()
  await vi.waitFor(() => expect(told).toEqual([{ before: 'apart', missing: 0 }]))
  expect((await notedChanges()).flat()).toMatchObject([{ key: 'from before' }])
  expect(lacking).not.toHaveBeenCalled()
})

test('a second home that lost its end gets it back', async () => {
  await start().meet(met())
  home = home.slice(0, 2)
  await start().meet(met())
  await vi.waitFor(() => expect(told).toHaveLength(2))
  expect((await notedChanges()).flat()).toEqual([madeNote(2)])
  expect(await homeMark()).toEqual({ homeId: 'home', number: 2 })
})

test('no mark is kept of what could not be read, and it is read when it is met again', async () => {
  read = async () => failure('second-home', 'It is gone.')
  const inStep = start()
  await inStep.meet(met())
  expect(inStep.markAfter(4)).toBeNull()
  expect(await homeMark()).toBeNull()
  read = homeOf(home)
  await inStep.meet(met())
  expect(await database.annotations.count()).toBe(3)
  expect(reportFault).not.toHaveBeenCalled()
})

test('one that cannot be opened is met when it is there', async () => {
  const inStep = start()
  await inStep.meet({ homeId: null, lastNumber: 0 })
  expect(inStep.markAfter(1)).toBeNull()
  await inStep.meet(met())
  expect(await database.annotations.count()).toBe(3)
  expect(inStep.markAfter(4)).not.toBeNull()
})

test('another second home is compared with the whole library', async () => {
  const inStep = start()
  await inStep.meet(met())
  home = [madeNote(9)]
  await inStep.meet({ homeId: 'another', lastNumber: 1 })
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ before: 'apart', missing: 1 }))
  expect((await notedChanges()).flat()).toHaveLength(3)
  await vi.waitFor(async () => expect(await homeMark()).toEqual({ homeId: 'another', number: 1 }))
})

test('a comparison heals single rows, and leaves a mark that has moved on', async () => {
  const inStep = start()
  await inStep.meet(met())
  await keepHomeMark({ homeId: 'home', number: 5 })
  await database.transaction('rw', database.annotations, database.tombstones, async () => {
    await database.annotations.clear()
    await database.tombstones.clear()
  })
  await inStep.compare()
  expect(await database.annotations.count()).toBe(3)
  expect(await homeMark()).toEqual({ homeId: 'home', number: 5 })
})

test('a comparison that ended before it was done is made up for by the next one', async () => {
  await database.annotations.put({ ...keptExamples.annotations.row, id: 'from before' })
  await notedChanges()
  beside.mockImplementationOnce(async () => failure('internal', 'It died.'))
  const inStep = start()
  await inStep.meet(met())
  await vi.waitFor(() => expect(beside).toHaveBeenCalledOnce())
  expect(await inStep.compare()).toBe(true)
  expect(await database.annotations.count()).toBe(4)
  expect((await notedChanges()).flat()).toMatchObject([{ key: 'from before' }])
  expect(inStep.markAfter(4)).toEqual({ homeId: 'home', number: 4 })
})

test('an empty database whose library could not come back at the start has it after the next comparison', async () => {
  home = Array.from({ length: 400 }, (_, at) => madeNote(at))
  beside.mockImplementationOnce(async () => failure('internal', 'It died.'))
  const inStep = start()
  await inStep.meet(met())
  expect(await database.annotations.count()).toBe(0)
  expect(await inStep.compare()).toBe(true)
  expect(await database.annotations.count()).toBe(400)
  expect(told[0]).toEqual({ before: 'empty', missing: 400 })
})

test('that the two could not be compared is told to whoever asked', async () => {
  const inStep = start()
  expect(await inStep.compare()).toBe(false)
  await inStep.meet(met())
  beside.mockImplementationOnce(async () => failure('internal', 'It died.'))
  expect(await inStep.compare()).toBe(false)
  expect(await inStep.compare()).toBe(true)
})
