import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database, openDatabase } from '../../../renderer/db/database.ts'
import { homeMark } from '../../../renderer/db/unsent.ts'
import {
  type Saving,
  type Sender,
  type SenderParts,
  startSending,
} from '../../../renderer/home/send-changes.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { freshDatabase } from '../fresh-database.ts'

type Appended = Result<{ number: number }>
const { queue, unsent } = database
const waiting = (name: string, position = 0) => ({ episodeId: `night/${name}`, position }) as const
const full = failure('disk-full', 'The disk is full.')
const fullShown: Saving = { kind: 'not-saved', problem: { code: 'disk-full', message: 'The disk is full.' } }

/** The second home as it should be: what it took, an entry each time. */
let entries: KeptChange[][] = []
let answer: (changes: KeptChange[]) => Promise<Appended>
let shown: Saving[] = []
let faults: unknown[] = []
let sender: Sender

function start(change: Partial<SenderParts> = {}): Sender {
  sender = startSending({
    append: (changes) => answer(changes),
    markAfter: (number) => ({ homeId: 'home', number }),
    gaveUp: () => {},
    show: (saving) => shown.push(saving),
    reportFault: (fault) => faults.push(fault),
    ...change,
  })
  return sender
}

async function take(changes: KeptChange[]): Promise<Appended> {
  entries.push(changes)
  return success({ number: entries.length })
}

beforeEach(async () => {
  await freshDatabase()
  entries = []
  shown = []
  faults = []
  answer = take
})
afterEach(() => {
  sender.stop()
  vi.useRealTimers()
  expect(faults).toEqual([])
})

test('what is written is in the second home once it is said to be saved, and off the list', async () => {
  start()
  await queue.put(waiting('a'))
  expect(await sender.whenSaved()).toEqual(success(null))
  expect(entries.flat()).toMatchObject([{ kind: 'queue', key: 'night/a', row: waiting('a') }])
  expect(await unsent.count()).toBe(0)
  expect(await homeMark()).toEqual({ homeId: 'home', number: entries.length })
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
})

test('is said to be saved once it is flushed there, however long the list takes to hear of it', async () => {
  answer = (changes) => {
    void database.transaction('rw', unsent, async () => {
      while (shown.at(-1)?.kind !== 'saved') await unsent.count()
    })
    return take(changes)
  }
  start()
  await sender.whenSaved()
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
  await queue.put(waiting('a'))
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saving' }))
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
  expect(entries.flat()).toMatchObject([{ key: 'night/a' }])
  await vi.waitFor(async () => expect(await unsent.count()).toBe(0))
  expect(shown.slice(-2)).toEqual([{ kind: 'saving' }, { kind: 'saved' }])
})

test('what waited when it began is sent, though nobody asks', async () => {
  await queue.put(waiting('a'))
  start()
  await vi.waitFor(() => expect(entries.flat()).toMatchObject([{ key: 'night/a' }]))
})

test('what another connection wrote is sent, as the worker’s is', async () => {
  start()
  await sender.whenSaved()
  const other = openDatabase()
  await other.queue.put(waiting('a'))
  await vi.waitFor(() => expect(entries.flat()).toMatchObject([{ key: 'night/a' }]))
  other.close()
})

test('what was written while an answer is awaited goes together, each row once, as it is by then', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  answer = async (changes) => {
    await promise
    return take(changes)
  }
  start()
  await queue.put(waiting('first'))
  const saved = sender.whenSaved()
  await vi.waitFor(async () => expect(await unsent.count()).toBe(1))
  for (let position = 1; position <= 60; position += 1) await queue.put(waiting('a', position))
  resolve()
  await saved
  expect(await sender.whenSaved()).toEqual(success(null))
  const ofA = entries.flat().filter(({ key }) => key === 'night/a')
  // Sixty entries are two messages.
  expect(ofA).toHaveLength(2)
  expect(ofA.at(-1)).toMatchObject({ row: { position: 60 } })
})

test('is not said to be saved by what was read before it was written', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  answer = async (changes) => {
    if (entries.length === 0) await promise
    return take(changes)
  }
  start()
  await queue.put(waiting('a'))
  await vi.waitFor(() => expect(shown).toContainEqual({ kind: 'saving' }))
  await queue.put(waiting('b'))
  let isSaved = false
  const saved = sender.whenSaved().then(() => {
    isSaved = true
    return entries.flat().map(({ key }) => key)
  })
  expect(isSaved).toBe(false)
  resolve()
  expect(await saved).toContain('night/b')
})

test('what the second home refuses stays on the list, is told, and is sent when there is room', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  answer = async () => full
  start()
  await queue.put(waiting('a'))
  expect(await sender.whenSaved()).toEqual(full)
  expect(shown.at(-1)).toEqual(fullShown)
  expect(await unsent.count()).toBe(1)
  expect(await homeMark()).toBeNull()
  answer = take
  await vi.advanceTimersByTimeAsync(60_000)
  await vi.waitFor(() => expect(entries).toHaveLength(1))
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
  expect(await unsent.count()).toBe(0)
})

test('is tried again more and more seldom, and at once when asked', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let tries = 0
  answer = async () => {
    tries += 1
    return full
  }
  await queue.put(waiting('a'))
  start()
  for (const [failed, seconds] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
    await vi.waitUntil(() => vi.getTimerCount() === 1 && tries === failed + 1, { interval: 0 })
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
    expect(tries).toBe(failed + 1)
    await vi.advanceTimersByTimeAsync(1)
  }
  sender.retry()
  await vi.waitUntil(() => tries === 10, { interval: 0 })
})

test('a disk that does not answer is told within two seconds, and believed when it answers after all', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { promise, resolve } = Promise.withResolvers<void>()
  answer = async (changes) => {
    await promise
    return take(changes)
  }
  start()
  await queue.put(waiting('a'))
  const saved = sender.whenSaved()
  await vi.advanceTimersByTimeAsync(2000)
  expect(await saved).toMatchObject({ ok: false, problem: { code: 'timeout' } })
  expect(shown.at(-1)).toMatchObject({ kind: 'not-saved', problem: { code: 'timeout' } })
  resolve()
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
})

test('a long list that goes through piece by piece is no disk that does not answer', async () => {
  for (let made = 0; made < 120; made += 1) await queue.put(waiting(`episode-${made}`))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let pieces = 0
  const { promise: isAllSent, resolve: allIsSent } = Promise.withResolvers<void>()
  answer = async (changes) => {
    await vi.advanceTimersByTimeAsync(1500)
    pieces += 1
    if (changes.some(({ key }) => key === 'night/episode-119')) allIsSent()
    return take(changes)
  }
  start()
  await isAllSent
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'saved' }))
  expect(pieces).toBeGreaterThan(1)
  expect(shown.map(({ kind }) => kind)).not.toContain('not-saved')
})

test('a change that no second home takes does not keep the others back, and is reported', async () => {
  answer = async (changes) =>
    changes.some(({ key }) => key.length > 8000) ? failure('bad-arguments', 'Too long.') : take(changes)
  start()
  await database.drafts.put({ key: 'x'.repeat(9000), episodeId: 'night/a', text: 'a', startSeconds: null })
  await queue.put(waiting('a'))
  await sender.whenSaved()
  expect(entries.flat()).toMatchObject([{ key: 'night/a' }])
  expect(faults.splice(0)).toMatchObject([{ message: 'Changes that the second home refuses: 1.' }])
})

test('a note that is larger than the second home takes is told of, and keeps nothing back, alone or among others', async () => {
  const problem = { code: 'too-large', message: 'That is more text than one note can hold.' } as const
  const tooLarge = { ok: false, problem } as const
  answer = async (changes) => (JSON.stringify(changes).length > 11_000_000 ? tooLarge : take(changes))
  start()
  const huge = {
    key: 'huge',
    episodeId: 'night/a',
    text: 'x'.repeat(11_000_000),
    startSeconds: null,
  } as const
  await database.drafts.put(huge)
  expect(await sender.whenSaved(10_000)).toEqual(tooLarge)
  await vi.waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'not-saved', problem }))
  await database.transaction('rw', database.drafts, queue, async () => {
    await database.drafts.put({ ...huge, text: `${huge.text}y` })
    await queue.put(waiting('a'))
  })
  expect(await sender.whenSaved(10_000)).toEqual(tooLarge)
  expect(entries.flat()).toMatchObject([{ key: 'night/a' }])
  expect(await unsent.count()).toBe(0)
  await queue.put(waiting('b'))
  expect(await sender.whenSaved(10_000)).toEqual(success(null))
  expect(faults.splice(0).length).toBeGreaterThan(1)
})

test('while the database lacks what came before, no mark says otherwise', async () => {
  start({ markAfter: () => null })
  await queue.put(waiting('a'))
  await sender.whenSaved()
  expect(await homeMark()).toBeNull()
  expect(await unsent.count()).toBe(0)
})

test('a message has a limit in length as well', async () => {
  const lengths: number[] = []
  answer = async (changes) => {
    lengths.push(JSON.stringify(changes).length)
    return take(changes)
  }
  const draft = (key: string) =>
    ({ key, episodeId: 'night/a', text: 'x'.repeat(1_500_000), startSeconds: null }) as const
  for (const key of ['a', 'b', 'c', 'd', 'e']) await database.drafts.put(draft(key))
  start()
  await sender.whenSaved(10_000)
  expect(Math.max(...lengths)).toBeLessThan(4_000_000)
  expect(entries.flat()).toHaveLength(5)
})
