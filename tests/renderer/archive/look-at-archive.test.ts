import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { bringBackText, nothingNewText } from '../../../renderer/archive/archive-words.ts'
import { changesAnything } from '../../../renderer/archive/import-plan.ts'
import { lookAtArchive } from '../../../renderer/archive/tasks/look-at-archive.ts'
import { takeBackImport } from '../../../renderer/archive/tasks/take-back-import.ts'
import { takeInArchive } from '../../../renderer/archive/tasks/take-in-archive.ts'
import { database } from '../../../renderer/db/database.ts'
import { lastImport } from '../../../renderer/db/last-import.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import { syncOf } from '../../../renderer/db/syncs.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure } from '../../../shared/result.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { ownFolder } from '../../electron/archive/made-archive.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { everyRow, storedIds, storeMade } from '../stored-episodes.ts'
import { exportTo, heldRows, holdOnly, importFrom, opened } from './library-archive.ts'

beforeEach(freshDatabase)

const { settings: _settings, ...persons } = keptExamples
const library: KeptChange[] = Object.values(persons)
const { annotations, queue, drafts } = persons
const later = '2026-05-01T00:00:00.000Z'
const noteSaying = (body: string, updatedAt: string): KeptChange => ({
  ...annotations,
  updatedAt,
  row: { ...annotations.row, body, updatedAt },
})

async function archiveOf(...changes: KeptChange[]): Promise<string> {
  await holdOnly(changes)
  return exportTo(await ownFolder(), 'zip')
}

async function planOf(place: string) {
  const { archive, parts, close } = await opened(place)
  const plan = valueOrThrow(await lookAtArchive(archive, parts))
  await close()
  return plan
}

test('says what importing would do, and does nothing', async () => {
  const place = await archiveOf(...library)
  await holdOnly([
    noteSaying('As it was.', '2026-01-01T00:00:00.000Z'),
    { ...drafts, updatedAt: later, row: null },
    queue,
  ])
  const before = await everyRow()
  const plan = await planOf(place)
  expect(await everyRow()).toEqual(before)
  const nothing = { added: 0, changed: 0, deleted: 0, same: 0, laterHere: 0 }
  expect(Object.fromEntries(plan.kinds)).toEqual({
    annotations: { ...nothing, changed: 1 },
    annotationEdits: { ...nothing, added: 1 },
    drafts: { ...nothing, laterHere: 1 },
    queue: { ...nothing, same: 1 },
    listening: { ...nothing, added: 1 },
    heard: { ...nothing, added: 1 },
    requests: { ...nothing, added: 1 },
    podcasts: { ...nothing, added: 1 },
    audio: { ...nothing, added: 1 },
    offsets: { ...nothing, added: 1 },
    speeds: { ...nothing, added: 1 },
    chapterSkips: { ...nothing, added: 1 },
    topicNames: { ...nothing, added: 1 },
    smartLists: { ...nothing, added: 1 },
  })
  expect(plan).toMatchObject({ unseen: 0, episodes: 0, unreadable: 0 })
  expect(plan.samples).toContainEqual({ kind: 'podcasts', effect: 'added', title: 'Tea and talk' })
  expect(plan.samples).toContainEqual({
    kind: 'annotations',
    effect: 'changed',
    title: annotations.row.body.split('\n')[0],
  })
})

test('does what it said', async () => {
  const place = await archiveOf(...library, { ...queue, key: 'tea-and-talk/gone', row: null })
  await holdOnly([noteSaying('As it was.', '2026-01-01T00:00:00.000Z')])
  const plan = await planOf(place)
  const sum = { added: 0, changed: 0, deleted: 0 }
  for (const kind of plan.kinds.values()) {
    sum.added += kind.added
    sum.changed += kind.changed
    sum.deleted += kind.deleted
  }
  expect(await importFrom(place)).toMatchObject(sum)
  // Settings are not the database's.
  expect(changesAnything({ ...(await planOf(place)), settings: null })).toBe(false)
})

test('a deletion of what is not here is taken in as well, so that an older archive does not bring it back', async () => {
  const older = await archiveOf(noteSaying('Written.', '2026-01-01T00:00:00.000Z'))
  const newer = await archiveOf({ ...annotations, updatedAt: later, row: null })
  await holdOnly([])
  const plan = await planOf(newer)
  expect(plan).toMatchObject({ unseen: 1, samples: [] })
  expect(changesAnything(plan)).toBe(true)
  await importFrom(newer)
  await importFrom(older)
  expect(await database.annotations.count()).toBe(0)
})

test('episodes on which something was written come along, and go when the import is taken back', async () => {
  const { episodeId } = annotations.row
  await holdOnly([annotations])
  await storeMade(madeEpisode('tea-and-talk', 'on-steeping', { title: 'On steeping' }))
  await database.podcasts.clear()
  const place = await exportTo(await ownFolder(), 'folder')
  await holdOnly([])
  expect((await planOf(place)).episodes).toBe(1)
  expect(await importFrom(place)).toMatchObject({ episodes: 1 })
  expect(await storedIds()).toEqual([episodeId])
  expect(await lastImport()).toMatchObject({ isWhole: true, rows: 1 })
  await takeBackImport({ show: () => undefined })
  expect(await storedIds()).toEqual([])
  expect(await lastImport()).toBeNull()
})

test('what was taken back stays so when the same archive is looked at again, and can be asked for', async () => {
  await holdOnly([annotations, queue, { ...drafts, updatedAt: later, row: null }])
  await storeMade(madeEpisode('tea-and-talk', 'on-steeping', { title: 'On steeping' }))
  await database.podcasts.clear()
  const place = await exportTo(await ownFolder(), 'folder')
  await holdOnly([])
  expect(await importFrom(place)).toMatchObject({ added: 2 })
  expect(await takeBackImport({ show: () => undefined })).toMatchObject({ value: { undone: 2 } })
  const plan = await planOf(place)
  expect(plan).toMatchObject({ episodes: 0, deletedHere: 2 })
  expect(bringBackText(plan.deletedHere)).toBe(
    'Bring back 2 things that were deleted here since, or taken back with an import',
  )
})

test('of what is all here it is said that it is', async () => {
  const place = await archiveOf(annotations)
  await holdOnly([annotations])
  expect(nothingNewText('mine', await planOf(place))).toBe('Everything in “mine” is in your library already.')
})

test('a podcast that comes along is read from the service', async () => {
  const place = await archiveOf(...library)
  await holdOnly([])
  expect(await importFrom(place)).toMatchObject({ unread: ['tea-and-talk'] })
  expect(await syncOf('tea-and-talk')).toMatchObject({ lastSyncedAt: null })
})

test('an import that was broken off says so, and can be taken back, or gone on with', async () => {
  const many = Array.from({ length: 700 }, (_, at): KeptChange => {
    const key = `tea-and-talk/${String(at)}`
    return { ...queue, key, row: { ...queue.row, episodeId: key as `${string}/${string}` } }
  })
  const place = await archiveOf(...many, annotations)
  await holdOnly([])
  const { archive, parts, close } = await opened(place)
  let asked = 0
  const broken = await takeInArchive(
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
  expect(broken).toMatchObject({ ok: false })
  expect(await lastImport()).toMatchObject({ isWhole: false })
  const some = await heldRows()
  expect(Object.values(some).flat().length).toBeGreaterThan(0)
  expect(await database.queue.count()).toBeLessThan(700)

  await importFrom(place)
  expect(await database.queue.count()).toBe(700)
  expect(await database.annotations.count()).toBe(1)
  expect(await lastImport()).toMatchObject({ isWhole: true })
})

test('what was changed since an import stays when it is taken back', async () => {
  const place = await archiveOf(annotations, drafts)
  await holdOnly([])
  await importFrom(place)
  await mergeChanges([noteSaying('Mine by now.', later)], nothingMerged())
  expect(await takeBackImport({ show: () => undefined })).toMatchObject({
    value: { undone: 1, changedSince: 1 },
  })
  expect(await database.annotations.toArray()).toMatchObject([{ body: 'Mine by now.' }])
  expect(await database.drafts.count()).toBe(0)
})

test('what was deleted here since comes back where the person wants that, and goes with the import again', async () => {
  const place = await archiveOf(annotations, drafts)
  await holdOnly([])
  await importFrom(place)
  await takeBackImport({ show: () => undefined })
  const plan = await planOf(place)
  expect(plan).toMatchObject({ deletedHere: 2 })
  expect(changesAnything({ ...plan, settings: null })).toBe(true)
  await importFrom(place)
  expect(await database.drafts.count()).toBe(0)

  expect(await importFrom(place, { bringsBackDeleted: true })).toMatchObject({ added: 2 })
  expect(await database.annotations.toArray()).toMatchObject([
    { body: annotations.row.body, deletedAt: null },
  ])
  expect(await database.drafts.count()).toBe(1)
  expect(await takeBackImport({ show: () => undefined })).toMatchObject({ value: { undone: 2 } })
  expect(await database.drafts.count()).toBe(0)
})
