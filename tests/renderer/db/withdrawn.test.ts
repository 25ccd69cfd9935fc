import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { deleteAnnotations } from '../../../renderer/db/annotation-edits.ts'
import { writeAnnotation } from '../../../renderer/db/annotations.ts'
import { audioOf, keepAudio } from '../../../renderer/db/audio.ts'
import { keepDraft } from '../../../renderer/db/drafts.ts'
import { episodeDetails, episodeRow } from '../../../renderer/db/episodes.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { addToQueue } from '../../../renderer/db/queue.ts'
import { requestTranscript } from '../../../renderer/db/requests.ts'
import { storeEpisode } from '../../../renderer/db/store-episode.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { markWithdrawn } from '../../../renderer/db/withdrawn.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode, madePage } from '../made-episodes.ts'
import { storedIds, storeMade } from '../stored-episodes.ts'

const now = '2026-03-12T08:00:00.000Z'
const episode = madeEpisode('night', 'a')
const location = { kind: 'remote', url: 'https://example.org/a.mp3' } as const

beforeEach(async () => {
  await freshDatabase()
  await storeMade(episode)
  await storeMade(madeEpisode('night', 'b'))
})

const writeNote = (episodeId: EpisodeId) =>
  writeAnnotation({
    episodeId,
    anchor: { kind: 'moment', startSeconds: 5 },
    body: 'Remember',
    context: {
      episodeTitle: 'Episode a',
      podcastTitle: 'Night',
      chapterTitle: null,
      chapterStartSeconds: null,
      durationSeconds: null,
    },
  })

const heard = { episodeId: episode.id, durationSeconds: null, heardAtMs: 1 }

test.each<[string, () => Promise<unknown>]>([
  ['a note', () => writeNote(episode.id)],
  ['a draft', () => keepDraft({ key: 'd', episodeId: episode.id, text: 'typing', startSeconds: null })],
  ['a position', () => keepPosition({ ...heard, positionSeconds: 9 })],
  ['that it was heard to the end', () => keepPosition({ ...heard, positionSeconds: 0, finished: true })],
  ['a place in Up next', () => addToQueue(episode.id)],
  ['a request', () => requestTranscript(episode)],
  ['audio that the person gave', () => keepAudio({ episodeId: episode.id, location, origin: 'person' })],
])('keeps an episode on which %s hangs, and marks it with the day', async (_what, hang) => {
  await hang()
  expect(await markWithdrawn('night', ['a', 'b'], [], now)).toEqual({ marked: 1, takenOut: 1 })
  expect(await episodeRow('night/a')).toMatchObject({ title: 'Episode a', withdrawnAt: now })
  expect(await episodeDetails('night/a')).toMatchObject({ summary: 'A summary.' })
  expect(await storedIds()).toEqual(['night/a'])
})

test('keeps an episode whose audio was downloaded', async () => {
  expect(await markWithdrawn('night', ['a', 'b'], ['night/b', 'other/x'], now)).toEqual({
    marked: 1,
    takenOut: 1,
  })
  expect(await storedIds()).toEqual(['night/b'])
})

test.each<[string, () => Promise<unknown>]>([
  ['nothing', async () => undefined],
  ['a position at its beginning', () => keepPosition({ ...heard, positionSeconds: 0 })],
  ['a deleted note', async () => deleteAnnotations([(await writeNote(episode.id)).id])],
  ['audio that Earmark found', () => keepAudio({ episodeId: episode.id, location, origin: 'page' })],
])('takes out an episode on which %s hangs', async (_what, hang) => {
  await hang()
  expect(await markWithdrawn('night', ['a'], [], now)).toEqual({ marked: 0, takenOut: 1 })
  expect(await episodeRow('night/a')).toBeUndefined()
  expect(await episodeDetails('night/a')).toBeUndefined()
  expect(await audioOf('night/a')).toBeUndefined()
})

test('an episode withdrawn again keeps the day on which it was first', async () => {
  await writeNote(episode.id)
  await markWithdrawn('night', ['a'], [], now)
  expect(await markWithdrawn('night', ['a'], [], '2026-04-01T00:00:00.000Z')).toEqual({
    marked: 0,
    takenOut: 0,
  })
  expect((await episodeRow('night/a'))?.withdrawnAt).toBe(now)
})

test('one that comes back, by a page or by itself or by its name alone, loses the mark and keeps no entry of it', async () => {
  const ways = [
    () => commitPage('night', null, madePage([episode]), now),
    () => commitPage('night', null, madePage([], { unchangedSlugs: ['a'] }), now),
    () => storeEpisode(episode, now),
  ]
  await writeNote(episode.id)
  for (const comeBack of ways) {
    await markWithdrawn('night', ['a'], [], now)
    const before = await episodeRow('night/a')
    await comeBack()
    expect([before?.withdrawnAt, (await episodeRow('night/a'))?.withdrawnAt]).toEqual([now, null])
    expect((await episodeDetails('night/a'))?.changes).toEqual([])
  }
})

test('what is not stored, or not followed, is passed over', async () => {
  expect(await markWithdrawn('night', ['z', 'a', 'a'], [], now)).toEqual({ marked: 0, takenOut: 1 })
  expect(await markWithdrawn('day', ['a'], [], now)).toEqual({ marked: 0, takenOut: 0 })
  expect(await storedIds()).toEqual(['night/b'])
})
