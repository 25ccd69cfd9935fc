import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { episodeList, type Library } from '../../../renderer/db/library.ts'
import { liveLibrary } from '../../../renderer/db/live-library.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import type { EpisodeRow } from '../../../renderer/db/rows.ts'
import { placesPerShelf } from '../../../renderer/db/shelf-codec.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { topicCountsOf } from '../../../renderer/db/topic-counts.ts'
import { markWithdrawn } from '../../../renderer/db/withdrawn.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { freshDatabase } from '../fresh-database.ts'
import { rowsOf } from '../library/made-library.ts'
import { listEpisodeRows } from '../list-episode-rows.ts'
import { madeCatalogue } from '../made-catalogue.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'

const patiently = { interval: 5, timeout: 10_000 }

beforeEach(async () => {
  await freshDatabase()
  await follow('night')
})

const follow = (slug: string) => followPodcast(lookedUp(madePodcast(slug)), now)
const commit = (slug: string, episodes: Episode[]) => commitPage(slug, null, madePage(episodes), now)

function rowsIn(library: Library | undefined): EpisodeRow[] | undefined {
  return library === undefined ? undefined : rowsOf(episodeList(library.slots, library.order.entries))
}

function listening() {
  const live = liveLibrary(0)
  const hear = vi.fn()
  const stop = live.subscribe(hear)
  /** Once it says what a fresh read of everything says. */
  async function upToDate(): Promise<Library> {
    const expected = await listEpisodeRows()
    await vi.waitFor(() => expect(rowsIn(live.latest())).toEqual(expected), patiently)
    const library = live.latest()
    if (library === undefined) throw new Error('There is a library by now.')
    return library
  }
  return { live, hear, stop, upToDate }
}

test('says nothing before it was read, and then holds every episode, newest first', async () => {
  await commit('night', madeCatalogue('night', placesPerShelf + 5))
  const { live, stop, upToDate } = listening()
  expect(live.latest()).toBeUndefined()
  expect((await upToDate()).order.entries).toHaveLength(placesPerShelf + 5)
  stop()
})

test('reads only the shelves that changed, and keeps the rows that did not', async () => {
  const catalogue = madeCatalogue('night', placesPerShelf + 5)
  await commit('night', catalogue)
  const { stop, upToDate } = listening()
  const before = rowsIn(await upToDate()) ?? []
  const read = vi.spyOn(IDBObjectStore.prototype, 'get')
  const [changed] = catalogue
  if (changed === undefined) throw new Error('There are episodes.')
  await commit('night', [{ ...changed, title: 'Changed' }])
  read.mockClear()
  const after = rowsIn(await upToDate()) ?? []
  const shelvesRead = read.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'shelves')
  expect(shelvesRead.length).toBeLessThanOrEqual(1)
  read.mockRestore()
  const others = before.filter(({ id }) => id !== changed.id)
  const same = new Set(after)
  expect(others.every((row) => same.has(row))).toBe(true)
  stop()
})

test('is the same object while nothing of it changed', async () => {
  await commit('night', [madeEpisode('night', 'a')])
  const { live, hear, stop, upToDate } = listening()
  const library = await upToDate()
  const heard = hear.mock.calls.length
  // It is another podcast by what it says of itself, with the same episodes.
  await commitPage('night', null, madePage([], { podcast: madePodcast('night', { title: 'Other' }) }), now)
  await vi.waitFor(() => expect(hear.mock.calls.length).toBeGreaterThan(heard), patiently)
  expect(live.latest()).toBe(library)
  stop()
})

test('episodes of a podcast that was removed go, and come back with it', async () => {
  await commit('night', [madeEpisode('night', 'a')])
  await follow('day')
  await commit('day', [madeEpisode('day', 'a')])
  const { stop, upToDate } = listening()
  expect((await upToDate()).order.entries).toHaveLength(2)
  await removePodcast('night')
  expect(rowsIn(await upToDate())?.map(({ id }) => id)).toEqual(['day/a'])
  await follow('night')
  await commit('night', [madeEpisode('night', 'b')])
  expect(rowsIn(await upToDate())?.map(({ id }) => id)).toEqual(['day/a', 'night/b'])
  stop()
})

test('what changed while nobody looked is there when somebody looks again', async () => {
  const { live, stop, upToDate } = listening()
  await upToDate()
  stop()
  await commit('night', [madeEpisode('night', 'a')])
  expect(live.latest()?.order.entries).toHaveLength(0)
  const stopAgain = live.subscribe(() => undefined)
  await upToDate()
  stopAgain()
})

type Step = {
  kind: 'page' | 'withdraw' | 'remove' | 'follow'
  podcastSlug: string
  slugs: string[]
  day: number
  topics: string[]
  /** Somebody looks at all of it before the next step. */
  looks: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('page', 'page', 'page', 'withdraw', 'remove', 'follow'),
  podcastSlug: fc.constantFrom('night', 'night-b', 'day'),
  slugs: fc.subarray(['a', 'b', 'c', 'a-b', 'e', 'f']),
  day: fc.integer({ min: 1, max: 3 }),
  topics: fc.array(fc.constantFrom('Raft', 'Queues', 'DevOps'), { maxLength: 3 }),
  looks: fc.boolean(),
})

async function take({ kind, podcastSlug, slugs, day, topics }: Step): Promise<void> {
  switch (kind) {
    case 'page': {
      const publishedAt = `2026-03-0${day}T00:00:00Z`
      await commit(
        podcastSlug,
        slugs.map((slug) => madeEpisode(podcastSlug, slug, { publishedAt, topics })),
      )
      break
    }
    case 'withdraw':
      // A download is what a person made of every second one of them.
      await markWithdrawn(
        podcastSlug,
        slugs,
        slugs.filter((_, at) => at % 2 === 0).map((slug) => `${podcastSlug}/${slug}` as const),
        now,
      )
      break
    case 'remove':
      await removePodcast(podcastSlug)
      break
    case 'follow':
      await follow(podcastSlug)
  }
}

test('after whatever is written, in whatever order, it equals a fresh read of everything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await freshDatabase()
      for (const slug of ['night', 'night-b', 'day']) await follow(slug)
      const { stop, upToDate } = listening()
      for (const each of steps) {
        await take(each)
        if (each.looks) await upToDate()
      }
      const library = await upToDate()
      const rows = await listEpisodeRows()
      const list = episodeList(library.slots, library.order.entries)
      expect(rows.map(({ id }) => list.indexOf(id))).toEqual(rows.map((_, index) => index))
      expect(list.indexOf('night/never')).toBe(-1)
      const counts = Map.groupBy(
        rows.flatMap(({ topics }) => [...new Set(topics)]),
        (topic) => topic,
      )
      expect(topicCountsOf(library)).toEqual(new Map([...counts].map(([topic, all]) => [topic, all.length])))
      stop()
    }),
    { numRuns: 15 },
  )
})
