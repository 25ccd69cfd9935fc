import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deleteAnnotations } from '../../../renderer/db/annotation-edits.ts'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { forgetAudio, keepAudio } from '../../../renderer/db/audio.ts'
import { keepChapterSkips } from '../../../renderer/db/chapter-skips.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepDraft } from '../../../renderer/db/drafts.ts'
import { markHeard } from '../../../renderer/db/heard.ts'
import { keptTables } from '../../../renderer/db/kept-tables.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { keepOffset } from '../../../renderer/db/offsets.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import { addInFront } from '../../../renderer/db/queue.ts'
import { applyEvent, requestTranscript } from '../../../renderer/db/requests.ts'
import { keepSpeed } from '../../../renderer/db/speeds.ts'
import { type KeptChange, keptChangeSchema } from '../../../shared/kept/change.ts'
import { mergeInto } from '../../../shared/kept/merge.ts'
import { understoodChange } from '../../../shared/kept/rows.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madePodcast } from '../made-episodes.ts'
import { noteContext } from '../note-context.ts'
import { notedChanges } from '../noted-changes.ts'

beforeEach(freshDatabase)
afterEach(() => {
  vi.useRealTimers()
})

const now = '2026-03-10T08:00:00.000Z'
const { queue, drafts, audio, tombstones } = database
const waiting = (episode: string, position = 0) => ({ episodeId: `night/${episode}`, position }) as const
const draft = (text: string, key = 'moment a') =>
  ({ key, episodeId: 'night/a', text, startSeconds: 3 }) as const

test('what a deleted row was is remembered until it is put again', async () => {
  await queue.put(waiting('a'))
  await queue.delete('night/a')
  const [, [deleted] = []] = await notedChanges()
  const { updatedAt } = deleted ?? { updatedAt: '' }
  expect(await tombstones.toArray()).toEqual([
    { kind: 'queue', key: 'night/a', updatedAt, deletedAt: updatedAt },
  ])
  await queue.put(waiting('a'))
  expect(await tombstones.count()).toBe(0)
})

test('stamps never go back, whatever the clock does', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) })
  await queue.put(waiting('a', 0))
  vi.setSystemTime(0)
  await queue.put(waiting('a', 1))
  await queue.delete('night/a')
  await queue.put(waiting('a', 2))
  const older = { ...waiting('a', 3), updatedAt: '1970-01-01T00:00:00.000Z' }
  await queue.put(older)
  const stamps = (await notedChanges()).map(([change]) => change?.updatedAt)
  expect(stamps).toEqual([0, 1, 2, 3, 4].map((more) => `2026-03-10T08:00:00.00${more}Z`))
  expect(await queue.get('night/a')).toMatchObject({
    position: 3,
    createdAt: '2026-03-10T08:00:00.003Z',
    updatedAt: '2026-03-10T08:00:00.004Z',
  })
})

test('a later stamp of the writer’s own stays, and makes a change of what says the same', async () => {
  await queue.put(waiting('a'))
  await notedChanges()
  const later = { ...waiting('a'), updatedAt: '2099-01-01T00:00:00.000Z' }
  await queue.put(later)
  expect(await notedChanges()).toMatchObject([[{ updatedAt: '2099-01-01T00:00:00.000Z' }]])
})

test('audio is noted down where the person gave it, and as deleted where it gives way', async () => {
  const at = (name: string) => ({ kind: 'remote', url: `https://example.org/${name}.mp3` }) as const
  const found = { episodeId: 'night/a', location: at('found'), origin: 'page' } as const
  const given = { episodeId: 'night/a', location: at('given'), origin: 'person' } as const
  await keepAudio(found)
  await forgetAudio('night/a')
  await keepAudio(found)
  expect(await notedChanges()).toEqual([])
  await keepAudio(given)
  await forgetAudio('night/a')
  await keepAudio(found)
  await keepAudio(given)
  await audio.put(found)
  expect(await notedChanges()).toMatchObject([
    [{ row: given }],
    [{ row: null }],
    [{ row: given }],
    [{ row: null }],
  ])
  expect(await tombstones.toArray()).toMatchObject([{ kind: 'audio', key: 'night/a' }])
})

const uuid = '0195a000-0000-7000-8000-00000000000a'

test('whatever the app keeps of a person’s is understood by the second home', async () => {
  await followPodcast(lookedUp(madePodcast('night')), now)
  const note = await writeAnnotation({
    episodeId: 'night/a',
    anchor: { kind: 'highlight', highlightKind: 'other', quote: 'A quote' },
    body: 'Why?',
    context: noteContext,
  })
  await deleteAnnotations([note.id])
  const soFar = { episodeId: 'night/a', positionSeconds: 3, durationSeconds: null } as const
  const sitting = {
    ...{ id: '0195a000-0000-7000-8000-000000000001', day: '2026-03-04', spentSeconds: 3, endSeconds: 3 },
    intervals: [[0, 3]] satisfies [number, number][],
  }
  await keepPosition({ ...soFar, heardAtMs: 5 })
  await keepPosition({ ...soFar, heardAtMs: 6, sittings: [sitting] })
  await markHeard('night/a', [0, 60], 'heard')
  await keepDraft(draft('a', `highlight night/a other ${'long '.repeat(1000)}`))
  await addInFront([{ episodeId: 'night/a', part: null }])
  await keepOffset('night/a', -12)
  await keepChapterSkips('night/a', [{ startSeconds: 60, title: 'Sponsor', skip: true }])
  await keepSpeed('night', 1.5)
  await database.topicNames.put({ topic: 'K8s', shownAs: 'Kubernetes', hidden: false })
  await database.smartLists.put({ id: uuid, name: 'To hear', query: 'is:unheard', position: 1 })
  await keepAudio({
    episodeId: 'night/a',
    location: { kind: 'bundled', name: 'a.mp3' },
    origin: 'person',
  })
  const request = await requestTranscript({ id: 'night/a', title: 'A', podcastTitle: 'Night' })
  await applyEvent(request.id, { kind: 'send' })
  await removePodcast('night')
  const changes = (await notedChanges()).flat()
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(keptTables))
  for (const change of changes) {
    expect(keptChangeSchema.parse(change)).toEqual(change)
    expect(understoodChange(change)).not.toBeNull()
  }
})

test('a note that is written with its draft is one entry', async () => {
  await keepDraft(draft('Half', 'moment a'))
  await notedChanges()
  await writeAnnotation({
    episodeId: 'night/a',
    anchor: { kind: 'moment', startSeconds: 3 },
    body: 'Whole',
    context: noteContext,
    draftKey: 'moment a',
  })
  expect(await notedChanges()).toMatchObject([[{ row: { body: 'Whole' } }, { key: 'moment a', row: null }]])
})

type Act = { table: 'queue' | 'drafts'; name: string; deletes: boolean; number: number }

async function perform({ table, name, deletes, number }: Act): Promise<void> {
  if (deletes) await database.table(table).delete(table === 'queue' ? `night/${name}` : name)
  else if (table === 'queue') await queue.put(waiting(name, number))
  else await drafts.put(draft(String(number), name))
}

test('all that was noted down, merged in any order, is what the database holds', async () => {
  const act: fc.Arbitrary<Act> = fc.record({
    table: fc.constantFrom('queue', 'drafts'),
    name: fc.constantFrom('a', 'b', 'c'),
    deletes: fc.boolean(),
    number: fc.nat(3),
  })
  const transactions = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(transactions, fc.infiniteStream(fc.nat()), async (performed, places) => {
      await freshDatabase()
      for (const acts of performed) {
        await database.transaction('rw', queue, drafts, async () => {
          for (const each of acts) await perform(each)
        })
      }
      const placed = (await notedChanges()).flat().map((change) => ({ change, place: places.next().value }))
      const merged = new Map<string, KeptChange>()
      mergeInto(
        merged,
        placed.sort((one, other) => one.place - other.place).map(({ change }) => change),
      )
      const rows = [...merged.values()].flatMap(({ row }) => (row === null ? [] : [row]))
      expect(new Set(rows)).toEqual(new Set([...(await queue.toArray()), ...(await drafts.toArray())]))
      expect(await tombstones.count()).toBe(merged.size - rows.length)
    }),
    { numRuns: 40 },
  )
})
