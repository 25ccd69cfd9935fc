import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { rewriteAnnotation } from '../../../renderer/db/rewrite-annotation.ts'
import { homeMark } from '../../../renderer/db/unsent.ts'
import { type Saving, type Sender, startSending } from '../../../renderer/home/send-changes.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { freshDatabase } from '../fresh-database.ts'
import { noteContext } from '../note-context.ts'

const full = failure('disk-full', 'The disk is full.')
const { annotations, unsent } = database

let entries: KeptChange[][]
let answer: (changes: KeptChange[]) => Promise<Result<{ number: number }>>
let shown: Saving[]
let sender: Sender
const gaveUp = vi.fn()
const marked = vi.fn((number: number) => ({ homeId: 'home', number }))
const reportFault = vi.fn()
let note: Annotation

async function take(changes: KeptChange[]): Promise<Result<{ number: number }>> {
  entries.push(changes)
  return success({ number: entries.length })
}

beforeEach(async () => {
  await freshDatabase()
  entries = []
  shown = []
  answer = take
  gaveUp.mockReset()
  marked.mockClear()
  reportFault.mockReset()
  note = await writeAnnotation({
    episodeId: 'night/a',
    anchor: { kind: 'moment', startSeconds: 60 },
    body: 'one',
    context: noteContext,
  })
  sender = startSending({
    append: (changes) => answer(changes),
    markAfter: marked,
    gaveUp,
    show: (saving) => shown.push(saving),
    reportFault,
  })
  await sender.whenSaved()
  await vi.waitFor(async () => expect(await unsent.count()).toBe(0))
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
  entries = []
  shown = []
  // What was changed at this very instant is not changed without looking.
  await vi.waitFor(() => expect(Date.now() - Date.parse(note.updatedAt)).toBeGreaterThan(1))
})
afterEach(() => {
  sender.stop()
  expect(reportFault).not.toHaveBeenCalled()
})

test('a note’s words are sent while the database writes them, once, and called saved when both have them', async () => {
  const { promise: isFlushed, resolve: flush } = Promise.withResolvers<void>()
  const sentWhile: string[] = []
  answer = async (changes) => {
    sentWhile.push((await annotations.get(note.id))?.body ?? '')
    await isFlushed
    return take(changes)
  }
  await rewriteAnnotation(note, { body: 'two' })
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saving' }))
  await annotations.count()
  expect(shown).not.toContainEqual({ kind: 'saved' })
  flush()
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
  await vi.waitFor(async () => expect(await unsent.count()).toBe(0))
  expect(entries).toMatchObject([[{ key: note.id, row: { body: 'two' } }]])
  expect(sentWhile).toHaveLength(1)
  expect(await homeMark()).toEqual({ homeId: 'home', number: 1 })
  expect(gaveUp).not.toHaveBeenCalled()
})

test('to ask whether all is saved sends nothing twice', async () => {
  await rewriteAnnotation(note, { body: 'two' })
  expect(await sender.whenSaved()).toEqual(success(null))
  expect(entries).toHaveLength(1)
})

test('what the second home refused ahead is told, stays on the list, and is sent when there is room', async () => {
  answer = async () => full
  await rewriteAnnotation(note, { body: 'two' })
  await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ kind: 'not-saved' }))
  expect(await unsent.count()).toBe(1)
  // A second home in trouble is not given what it would refuse.
  const known = await annotations.get(note.id)
  const asked = vi.fn(take)
  answer = asked
  await rewriteAnnotation({ ...note, ...known }, { body: 'three' })
  expect(await sender.whenSaved()).toEqual(success(null))
  expect(entries.flat()).toMatchObject([{ key: note.id, row: { body: 'three' } }])
  expect(asked).toHaveBeenCalledOnce()
  expect(await unsent.count()).toBe(0)
})

test('of what the database then does not keep, no mark says that it holds it', async () => {
  const { promise: isFlushed, resolve: flush } = Promise.withResolvers<void>()
  answer = async (changes) => {
    const taken = take(changes)
    if (changes[0]?.kind === 'queue') await isFlushed
    else {
      flush()
      // As where the disk turns out to be full.
      Dexie.currentTransaction.abort()
    }
    return taken
  }
  await database.queue.put({ episodeId: 'night/b', position: 0 })
  await vi.waitFor(() => expect(entries.at(-1)).toMatchObject([{ kind: 'queue' }]))
  const ofQueue = entries.length
  marked.mockClear()
  await expect(rewriteAnnotation(note, { body: 'two' })).rejects.toThrow()
  expect(entries[ofQueue]).toMatchObject([{ row: { body: 'two' } }])
  expect(await annotations.get(note.id)).toMatchObject({ body: 'one' })
  // Once as it is given up, and once more when it is there.
  await vi.waitFor(() => expect(gaveUp).toHaveBeenCalledTimes(2))
  await vi.waitFor(async () => expect(await unsent.count()).toBe(0))
  expect(marked).not.toHaveBeenCalled()
})

test('of what is overtaken, it is not said that it is flushed', async () => {
  await annotations.update(note.id, { starred: true })
  await sender.whenSaved()
  const flushed = vi.fn()
  expect(await rewriteAnnotation(note, { body: 'two' }, flushed)).toBeNull()
  await vi.waitFor(() => expect(entries.at(-1)).toMatchObject([{ row: { body: 'two' } }]))
  await sender.whenSaved()
  expect(flushed).not.toHaveBeenCalled()
  expect(gaveUp).not.toHaveBeenCalled()
})

test('words on words that nobody else can have changed are flushed whatever the database still does', async () => {
  const second = await rewriteAnnotation(note, { body: 'two' })
  expect(second).not.toBeNull()
  await sender.whenSaved()
  await vi.waitFor(() => expect(Date.now() - Date.parse(note.updatedAt)).toBeGreaterThan(2))
  let isHolding = true
  const holding = database.transaction('r', annotations, async () => {
    while (isHolding) await annotations.count()
  })
  const flushed = vi.fn()
  const rewriting = second && rewriteAnnotation(second, { body: 'three' }, flushed)
  await vi.waitFor(() => expect(flushed).toHaveBeenCalledOnce())
  isHolding = false
  await holding
  await rewriting
  expect(await annotations.get(note.id)).toMatchObject({ body: 'three' })
})
