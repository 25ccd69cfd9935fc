import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { episodeDetails, episodeRow, episodeSlugsOf } from '../../../../../renderer/db/episodes.ts'
import { placesPerShelf } from '../../../../../renderer/db/shelf-codec.ts'
import { commitPage } from '../../../../../renderer/db/sync-pages.ts'
import { newSync, syncOf } from '../../../../../renderer/db/syncs.ts'
import { transcriptionRequestSchema } from '../../../../../shared/models/transcription-request.ts'
import { firstVersion } from '../../../../fixtures/first-version.ts'
import { listEpisodeRows } from '../../../list-episode-rows.ts'
import { madeCatalogue } from '../../../made-catalogue.ts'
import { madeEpisode, madePage } from '../../../made-episodes.ts'
import { everyRow, storedIds } from '../../../stored-episodes.ts'

type Rows = typeof firstVersion.rows

/** What version 1 left on the disk. */
async function layDown(rows: Rows): Promise<void> {
  database.close()
  await Dexie.delete(databaseName)
  const old = new Dexie(databaseName)
  old.version(1).stores(firstVersion.stores)
  await old.open()
  for (const [name, itsRows] of Object.entries(rows)) await old.table(name).bulkPut(itsRows)
  old.close()
}

beforeEach(() => layDown(firstVersion.rows))

test('every episode is there as it was, with its details, under its own podcast', async () => {
  await database.open()
  const { episodes = [], episodeDetails: details = [] } = firstVersion.rows
  expect(await storedIds()).toEqual(episodes.map(({ id }) => String(id)).sort())
  for (const [at, row] of episodes.entries()) {
    const id = details[at]?.id
    if (typeof id !== 'string' || !id.includes('/')) throw new Error('The fixture has another order.')
    const [podcastSlug = '', slug = ''] = id.split('/')
    expect(await episodeRow(`${podcastSlug}/${slug}`)).toEqual({ ...row, withdrawnAt: null })
    expect(await episodeDetails(`${podcastSlug}/${slug}`)).toEqual({ ...details[at], changes: [] })
  }
  expect(await episodeSlugsOf('night')).toEqual(['alarms', 'clocks', 'queues'])
  expect(await listEpisodeRows()).toHaveLength(episodes.length)
})

test('nothing that a person made is touched, and the old tables are gone', async () => {
  await database.open()
  const after = await everyRow()
  for (const name of ['podcasts', 'annotations', 'drafts', 'listening', 'audio', 'queue', 'memory'])
    expect({ name, rows: after[name] }).toMatchObject({ name, rows: firstVersion.rows[name] })
  expect([...database.backendDB().objectStoreNames]).not.toContain('episodes')
  expect([...database.backendDB().objectStoreNames]).not.toContain('episodeDetails')
})

test('a sync row keeps what was learned, and has all that one has now', async () => {
  await database.open()
  const sync = await syncOf('nightly')
  expect(sync).toMatchObject({
    cursor: 'page 2',
    serviceAddress: 'https://stenobird.com',
    lastProblem: { code: 'rate-limited' },
    counts: { new: 0, changed: 0, unchanged: 0 },
  })
  expect(Object.keys(sync ?? {}).sort()).toEqual(Object.keys(newSync('nightly')).sort())
})

test('requests go on: every one reads as it does now, and an accepted one is looked after', async () => {
  await database.open()
  const requests = await database.requests.toArray()
  expect(requests).toHaveLength(3)
  for (const request of requests) expect(transcriptionRequestSchema.parse(request)).toEqual(request)
  const accepted = requests.find(({ state }) => state === 'accepted')
  expect(accepted?.looking).toMatchObject({ looks: 0, seenState: null })
})

test('the next sync finds the episodes unchanged, and goes on where the last one stood', async () => {
  const catalogue = madeCatalogue('long', 3)
  const rows = {
    podcasts: [{ ...firstVersion.rows.podcasts?.[0], slug: 'long' }],
    syncs: [{ ...firstVersion.rows.syncs?.[0], podcastSlug: 'long', cursor: '2' }],
    ...asFirstVersion(catalogue),
  }
  await layDown(rows)
  await database.open()
  expect(await commitPage('long', '2', madePage(catalogue), '2026-03-11T08:00:00.000Z')).toMatchObject({
    kind: 'committed',
    counts: { new: 0, changed: 0, unchanged: 3 },
  })
})

test('a podcast of more episodes than a shelf holds comes over whole', async () => {
  const catalogue = madeCatalogue('long', 2 * placesPerShelf + 7)
  await layDown({ ...firstVersion.rows, ...asFirstVersion(catalogue) })
  await database.open()
  expect(await storedIds()).toEqual(catalogue.map(({ id }) => id).sort())
  const last = catalogue.at(-1) ?? madeEpisode('long', 'none')
  expect(await episodeDetails(last.id)).toMatchObject({ id: last.id, summary: last.summary })
})

test('an empty database comes over as well', async () => {
  await layDown({})
  await database.open()
  expect(await storedIds()).toEqual([])
})

/** As the code of version 1 wrote them. */
function asFirstVersion(catalogue: ReturnType<typeof madeCatalogue>): Rows {
  return {
    episodes: catalogue.map((episode) => ({
      id: episode.id,
      podcastSlug: episode.podcastSlug,
      title: episode.title,
      podcastTitle: episode.podcastTitle,
      publishedAtMs: episode.publishedAt === null ? 0 : Date.parse(episode.publishedAt),
      durationSeconds: episode.durationSeconds,
      processingState: episode.processingState,
      topics: episode.topics,
    })),
    episodeDetails: catalogue.map((episode) => ({
      id: episode.id,
      summary: episode.summary,
      highlights: episode.highlights,
      chapters: episode.chapters,
      actions: episode.actions,
      canonicalUrl: episode.canonicalUrl,
      imageUrl: episode.imageUrl,
      audio: episode.audio,
      updatedAt: episode.updatedAt,
      warnings: episode.warnings,
    })),
  }
}
