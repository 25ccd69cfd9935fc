import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { takeBackImport } from '../../../renderer/archive/tasks/take-back-import.ts'
import { takeInArchive } from '../../../renderer/archive/tasks/take-in-archive.ts'
import { database } from '../../../renderer/db/database.ts'
import { importChanges } from '../../../renderer/db/import-changes.ts'
import { beginImport, lastImport } from '../../../renderer/db/last-import.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure } from '../../../shared/result.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { ownFolder } from '../../electron/archive/made-archive.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storedIds, storeMade } from '../stored-episodes.ts'
import { exportTo, heldRows, holdOnly, importFrom, opened } from './library-archive.ts'

beforeEach(freshDatabase)

const { annotations, podcasts, queue, requests } = keptExamples

async function archiveOf(...changes: KeptChange[]): Promise<string> {
  await holdOnly(changes)
  return exportTo(await ownFolder(), 'zip')
}

/** So many that what comes after them is on another page. */
const many = Array.from({ length: 700 }, (_, at): KeptChange => {
  const key = `tea-and-talk/${String(at)}`
  return { ...queue, key, row: { ...queue.row, episodeId: key as `${string}/${string}` } }
})

const begun = { name: 'mine.zip', at: '2026-03-01T00:00:00Z', isWhole: false, rows: 0 }

const takeBack = async () => valueOrThrow(await takeBackImport({ show: () => undefined }))

/** Another one for the same episode: an id that sorts later was made later. */
function madeLater(): KeptChange {
  const id = '0195a000-0000-7000-8000-00000000000f'
  return { ...requests, key: id, row: { ...requests.row, id } }
}

test('a request that made room for one of the archive’s is there again', async () => {
  const place = await archiveOf(requests)
  const mine = madeLater()
  await holdOnly([mine])
  await importFrom(place)
  expect(await database.requests.toCollection().primaryKeys()).toEqual([requests.key])
  expect(await takeBack()).toEqual({ undone: 2, changedSince: 0, unread: [] })
  expect(await database.requests.toCollection().primaryKeys()).toEqual([mine.key])
})

test('a request of the archive’s that had to make room is no row that was added, nor one that was changed since', async () => {
  const place = await archiveOf(madeLater())
  await holdOnly([requests])
  expect(await importFrom(place)).toMatchObject({ added: 0, changed: 0, deleted: 0 })
  expect(await takeBack()).toMatchObject({ changedSince: 0 })
  expect(await database.requests.toCollection().primaryKeys()).toEqual([requests.key])
})

test('an import that was broken off and gone on with is taken back as one', async () => {
  const place = await archiveOf(...many, annotations)
  await holdOnly([])
  const { archive, parts, close } = await opened(place)
  let asked = 0
  await takeInArchive(
    { archive, settingsBefore: null, bringsBackDeleted: false },
    {
      ...parts,
      ask: async (name, input, signal) => {
        asked += 1
        return asked === 3 ? failure('file', 'unplugged') : parts.ask(name, input, signal)
      },
    },
  )
  await close()
  await importFrom(place)
  await takeBack()
  const { tombstones: _gone, annotations: notes, ...rest } = await heldRows()
  expect(notes).toMatchObject([{ deletedAt: expect.any(String) }])
  expect(Object.values(rest).flat()).toEqual([])
})

test('settings of an import that was gone on with are taken back to what they were before it began', async () => {
  const [settingsBefore, settingsTaken] = [{ theme: 'light' }, { theme: 'dark' }] as const
  await beginImport({ ...begun, settingsBefore, settingsTaken })
  await beginImport({ ...begun, settingsBefore: null, settingsTaken: null })
  expect(await lastImport()).toMatchObject({ settingsBefore, settingsTaken })
  await beginImport({ ...begun, name: 'another.zip', settingsBefore: null, settingsTaken: null })
  expect(await lastImport()).toMatchObject({ settingsBefore: null, settingsTaken: null })
})

const later = '2026-05-01T00:00:00.000Z'
const noteSaying = (body: string): KeptChange => ({
  ...annotations,
  updatedAt: later,
  row: { ...annotations.row, body, updatedAt: later },
})

test('a row that one import wrote more than once is taken back to what it was before the first', async () => {
  await beginImport({ ...begun, settingsBefore: null, settingsTaken: null })
  await importChanges([annotations])
  await importChanges([noteSaying('Later in the archive.')])
  expect(await takeBack()).toMatchObject({ changedSince: 0 })
  expect(await database.annotations.toArray()).toMatchObject([{ deletedAt: expect.any(String) }])
  expect(await database.importUndo.count()).toBe(0)
})

test('what the person wrote between two parts of an import stays', async () => {
  await beginImport({ ...begun, settingsBefore: null, settingsTaken: null })
  await importChanges([annotations])
  await database.annotations.update(annotations.key, { body: 'Mine.' })
  const mine = await database.annotations.get(annotations.key)
  const updatedAt = '2099-05-01T00:00:00.000Z'
  await importChanges([{ ...annotations, updatedAt, row: { ...annotations.row, updatedAt } }])
  await takeBack()
  expect(await database.annotations.toArray()).toMatchObject([{ body: mine?.body, deletedAt: null }])
})

test('of episodes that came along, those stay that are of a podcast followed since, or on which something was written since', async () => {
  const { episodeId } = annotations.row
  const waiting = { ...queue, key: 'tea-and-talk/on-cups' }
  await holdOnly([annotations, { ...waiting, row: { ...queue.row, episodeId: 'tea-and-talk/on-cups' } }])
  for (const slug of ['on-steeping', 'on-cups']) await storeMade(madeEpisode('tea-and-talk', slug, {}))
  await database.podcasts.clear()
  const place = await exportTo(await ownFolder(), 'folder')
  await holdOnly([])
  expect(await importFrom(place)).toMatchObject({ episodes: 1 })
  // One that is here already does not come again, and one on which nothing hangs does not come at all.
  expect(await storedIds()).toEqual([episodeId])
  expect(await importFrom(place)).toMatchObject({ episodes: 0 })
  await holdOnly([])
  await importFrom(place)
  await database.annotations.put({
    ...annotations.row,
    id: '0195a000-0000-7000-8000-00000000000e',
    body: 'Mine.',
  })
  await takeBack()
  expect(await storedIds()).toEqual([episodeId])
  await holdOnly([])
  await importFrom(place)
  await database.podcasts.put(podcasts.row)
  await takeBack()
  expect(await storedIds()).toEqual([episodeId])
})
