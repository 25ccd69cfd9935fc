import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { episodeDetails } from '../../../../../renderer/db/episodes.ts'
import { followPodcast } from '../../../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../../../renderer/db/sync-pages.ts'
import type { Highlight } from '../../../../../shared/models/episode.ts'
import { databaseOfVersion } from '../../../../fixtures/database-of-version.ts'
import { madeCatalogue } from '../../../made-catalogue.ts'
import { lookedUp, madePage, madePodcast } from '../../../made-episodes.ts'
import { everyRow } from '../../../stored-episodes.ts'

const question: Highlight = { kind: 'other', label: 'Open question', text: 'Who decides?' }
const idea: Highlight = { kind: 'main-idea', text: 'Small changes.' }

/** As version 12 wrote them: two shelves' worth, with a place that is empty and a block that is missing. */
async function layDown(): Promise<void> {
  database.close()
  await Dexie.delete(databaseName)
  const { stores } = await databaseOfVersion(12)
  const old = new Dexie(databaseName)
  old.version(12).stores(Object.fromEntries(stores.map(schemaOf)))
  await old.open()
  await old.table('shelves').bulkPut([shelf(0, ['a', '', 'c', ...fill(61), 'e']), shelf(1, ['f'])])
  await old
    .table('episodeBlocks')
    .bulkPut([
      block(0, [details('a', [idea, question, idea]), '', details('c', [])]),
      block(1, [details('e', [question])]),
    ])
  old.close()
}

function schemaOf({
  name,
  keyPath,
  isNumbered,
  indexes,
}: Awaited<ReturnType<typeof databaseOfVersion>>['stores'][number]) {
  const pathText = (path: string | string[] | null) =>
    Array.isArray(path) ? `[${path.join('+')}]` : (path ?? '')
  const index = indexes.map(
    (each) => `${each.isMultiEntry ? '*' : ''}${each.isUnique ? '&' : ''}${pathText(each.keyPath)}`,
  )
  return [name, [`${isNumbered ? '++' : ''}${pathText(keyPath)}`, ...index].join(',')]
}

function fill(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `filler-${index}`)
}

function shelf(number: number, slugs: string[]) {
  const count = slugs.length
  return {
    podcastSlug: 'night',
    shelf: number,
    slugs,
    titles: slugs.map((slug) => slug.toUpperCase()),
    publishedAtMs: new Float64Array(count),
    durationSeconds: new Float64Array(count),
    podcastTitleNumbers: new Uint16Array(count),
    stateNumbers: new Uint16Array(count),
    revisions: new Float64Array(count),
    podcastTitles: ['Night'],
    states: ['processed'],
    topics: [],
    topicNumbers: new Uint32Array(0),
    topicEnds: new Uint32Array(count),
    withdrawn: [],
  }
}

function block(number: number, its: string[]) {
  return { podcastSlug: 'night', block: number, details: its }
}

function details(slug: string, highlights: Highlight[]): string {
  return JSON.stringify({ id: `night/${slug}`, summary: 'S', highlights, chapters: [] })
}

beforeEach(layDown)

test('each shelf tells how many highlights of which kind its episodes have, and is else as it was', async () => {
  const before = shelf(0, ['a', '', 'c', ...fill(61), 'e'])
  await database.open()
  const after = await database.shelves.get(['night', 0])
  expect(after).toMatchObject(before)
  expect(after?.lanes).toEqual(['main-idea', 'other/Open question'])
  expect([...(after?.laneNumbers ?? [])]).toEqual([0, 1, 1])
  expect([...(after?.laneCounts ?? [])]).toEqual([2, 1, 1])
  expect([...(after?.laneEnds.slice(0, 4) ?? [])]).toEqual([2, 2, 2, 2])
  expect(after?.laneEnds.at(-1)).toBe(3)
  expect((await database.shelves.get(['night', 1]))?.lanes).toEqual([])
  expect(await episodeDetails('night/a')).toMatchObject({ highlights: [idea, question, idea] })
})

test('shelves that came over say the same as those that a sync writes, and the sync finds them unchanged', async () => {
  const catalogue = madeCatalogue('long', 3).map((episode, index) => ({
    ...episode,
    highlights: [idea, ...(index === 1 ? [question, question] : [])],
  }))
  await database.open()
  await followPodcast(lookedUp(madePodcast('long')), '2026-03-10T08:00:00.000Z')
  await commitPage('long', null, madePage(catalogue), '2026-03-11T08:00:00.000Z')
  const written = await database.shelves.get(['long', 0])
  const { shelves, episodeBlocks, syncs, podcasts } = await everyRow()
  database.close()

  await layDown()
  const old = new Dexie(databaseName)
  await old.open()
  await old.table('shelves').bulkPut((shelves ?? []).map(withoutLanes))
  await old.table('episodeBlocks').bulkPut(episodeBlocks ?? [])
  await old.table('syncs').bulkPut(syncs ?? [])
  await old.table('podcasts').bulkPut(podcasts ?? [])
  old.close()
  await database.open()
  expect(await database.shelves.get(['long', 0])).toEqual(written)
  expect(await commitPage('long', null, madePage(catalogue), '2026-03-12T08:00:00.000Z')).toMatchObject({
    kind: 'committed',
    counts: { new: 0, changed: 0, unchanged: 3 },
  })
})

function withoutLanes(row: unknown): object {
  const {
    lanes: _lanes,
    laneNumbers: _numbers,
    laneCounts: _counts,
    laneEnds: _ends,
    ...before
  } = Object(row)
  return before
}
