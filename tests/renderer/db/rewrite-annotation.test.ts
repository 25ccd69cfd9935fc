import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deleteAnnotations, editAnnotation } from '../../../renderer/db/annotation-edits.ts'
import { annotationWith, removeAnnotation, writeAnnotation } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { rewriteAnnotation } from '../../../renderer/db/rewrite-annotation.ts'
import { type EndOfAhead, takeAhead } from '../../../renderer/db/sent-ahead.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { mergeInto } from '../../../shared/kept/merge.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { freshDatabase } from '../fresh-database.ts'
import { noteContext } from '../note-context.ts'
import { notedChanges } from '../noted-changes.ts'

/** What was sent while it was written, and what came of it. */
let ahead: { changes: readonly KeptChange[]; end: EndOfAhead | undefined }[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await freshDatabase()
  ahead = []
  takeAhead((changes) => {
    const sent: (typeof ahead)[number] = { changes, end: undefined }
    ahead.push(sent)
    return (end) => {
      sent.end = end
    }
  })
})
afterEach(() => {
  takeAhead(null)
  vi.useRealTimers()
})

async function written(): Promise<Annotation> {
  const note = await writeAnnotation({
    episodeId: 'night/a',
    anchor: { kind: 'moment', startSeconds: 60 },
    body: 'one',
    context: noteContext,
  })
  expect(ahead).toEqual([])
  return note
}

test('a note that is as it was is changed, and what is sent while it is written is what the list of the unsent says', async () => {
  const note = await written()
  vi.setSystemTime(Date.now() + 100)
  const second = await rewriteAnnotation(note, { body: 'two' })
  expect(second).toMatchObject({ body: 'two', createdAt: note.createdAt })
  expect(await annotationWith(note.id)).toEqual(second)
  const third = second && (await rewriteAnnotation(second, { body: 'three' }))
  expect(await annotationWith(note.id)).toMatchObject({ body: 'three' })
  const entries = await database.unsent.toArray()
  expect(ahead).toEqual(entries.slice(-2).map(({ number, changes }) => ({ end: number, changes })))
  expect(ahead[1]?.changes).toMatchObject([{ kind: 'annotations', key: note.id, row: third }])
})

test('what was changed at this instant, or long ago, is not changed without looking', async () => {
  const note = await written()
  vi.setSystemTime(Date.parse(note.updatedAt) + 1)
  expect(await rewriteAnnotation(note, { body: 'two' })).toBeNull()
  vi.setSystemTime(Date.parse(note.updatedAt) + 61_002)
  expect(await rewriteAnnotation(note, { body: 'two' })).toBeNull()
  expect(ahead).toEqual([])
  expect(await annotationWith(note.id)).toMatchObject({ body: 'one' })
})

test.each<[string, (note: Annotation) => Promise<unknown>]>([
  ['is another by now', (note) => editAnnotation(note.id, null, { starred: true })],
  ['was deleted', (note) => deleteAnnotations([note.id])],
  ['was taken away', (note) => removeAnnotation(note.id)],
])('a note that %s stays so in both homes, however soon that was', async (_, change) => {
  for (const afterMs of [2, 3, 1000]) {
    const note = await written()
    const atMs = Date.parse(note.updatedAt) + afterMs
    vi.setSystemTime(atMs)
    await change(note)
    const before = await database.annotations.get(note.id)
    vi.setSystemTime(atMs + 5)
    expect(await rewriteAnnotation(note, { body: 'two' })).toBeNull()
    expect(await database.annotations.get(note.id)).toEqual(before)
    expect(ahead).toMatchObject([{ end: 'overtaken', changes: [{ row: { body: 'two' } }] }])
    expect(await inSecondHome(note.id)).toEqual(before ?? null)
    ahead = []
  }
})

/** As the second home has the note, once it has all that was sent ahead and all that waits, in whichever order. */
async function inSecondHome(id: string): Promise<unknown> {
  const noted = (await notedChanges()).flat()
  const sent = ahead.flatMap(({ changes }) => changes)
  const [one, other] = [
    [...sent, ...noted],
    [...noted, ...sent],
  ].map((changes) => {
    const latest = new Map<string, KeptChange>()
    mergeInto(latest, changes)
    return [...latest.values()].find(({ kind, key }) => kind === 'annotations' && key === id)?.row
  })
  expect(one).toEqual(other)
  return one
}
