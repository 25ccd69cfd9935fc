import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { highlightsOfNewest } from '../../../renderer/db/highlights.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'

async function store(id: EpisodeId, publishedAtMs: number, highlights: Highlight[]): Promise<void> {
  await database.episodes.put({
    id,
    podcastSlug: 'night',
    title: id,
    podcastTitle: 'Night Shift',
    publishedAtMs,
    durationSeconds: null,
    processingState: 'processed',
    topics: [],
    withdrawnAt: null,
  })
  await database.episodeDetails.put({
    id,
    summary: '',
    highlights,
    chapters: [],
    actions: [],
    canonicalUrl: null,
    imageUrl: null,
    audio: null,
    updatedAt: null,
    warnings: [],
    changes: [],
  })
}

beforeEach(async () => {
  await database.podcasts.put({
    slug: 'night',
    source: 'stenobird',
    title: 'Night Shift',
    description: '',
    author: '',
    imageUrl: null,
    siteUrl: null,
    feedUrl: null,
    episodeCount: null,
    addedAt: '2026-03-04T10:00:00.000Z',
  })
  await database.episodes.clear()
  await database.episodeDetails.clear()
})

test('reads the newest episodes and tells whether there are older ones', async () => {
  await store('night/a', 1, [{ kind: 'main-idea', text: 'oldest' }])
  await store('night/c', 3, [{ kind: 'main-idea', text: 'newest' }])
  await store('night/b', 2, [{ kind: 'failure-mode', text: 'middle' }])
  const two = await highlightsOfNewest(2)
  expect(two.episodes.map(({ row }) => row.id)).toEqual(['night/c', 'night/b'])
  expect(two.hasOlder).toBe(true)
  const three = await highlightsOfNewest(3)
  expect(three.episodes.map(({ highlights }) => highlights[0]?.text)).toEqual(['newest', 'middle', 'oldest'])
  expect(three.hasOlder).toBe(false)
})

test('leaves out episodes without highlights, and counts them among those that were read', async () => {
  await store('night/a', 1, [{ kind: 'main-idea', text: 'old' }])
  await store('night/b', 2, [])
  expect(await highlightsOfNewest(1)).toEqual({ episodes: [], hasOlder: true })
})

test('leaves out episodes of a podcast that was removed', async () => {
  await store('night/a', 1, [{ kind: 'main-idea', text: 'kept for its note' }])
  await database.podcasts.delete('night')
  expect((await highlightsOfNewest(10)).episodes).toEqual([])
})

test('an empty library has none', async () => {
  expect(await highlightsOfNewest(200)).toEqual({ episodes: [], hasOlder: false })
})
