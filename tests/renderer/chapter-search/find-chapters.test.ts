import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import type { ChapterQuery } from '../../../renderer/chapter-search/chapter-query.ts'
import { aboutText, aboutTopic, queryOf } from '../../../renderer/chapter-search/chapter-query.ts'
import { chapterKey, chosenOf, wishesOf, withChosen } from '../../../renderer/chapter-search/choice.ts'
import {
  type ChapterSearch,
  findChapters,
  mostChapters,
} from '../../../renderer/chapter-search/find-chapters.ts'
import type { Library } from '../../../renderer/db/library.ts'
import { liveLibrary } from '../../../renderer/db/live-library.ts'
import { followPodcast, removePodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const now = '2026-03-10T08:00:00.000Z'

beforeEach(async () => {
  await freshDatabase()
  for (const slug of ['night', 'day']) await followPodcast(lookedUp(madePodcast(slug)), now)
})

type Told = { at: number; title: string; description?: string }

function episode(
  podcast: string,
  slug: string,
  publishedAt: string,
  chapters: Told[],
  topics: string[] = [],
): Episode {
  return madeEpisode(podcast, slug, {
    ...{ title: slug, publishedAt, topics, durationSeconds: 1000 },
    chapters: chapters.map(({ at, title, description = '' }) => ({ startSeconds: at, title, description })),
  })
}

async function libraryNow(): Promise<Library> {
  const live = liveLibrary(0)
  const stop = live.subscribe(() => undefined)
  await vi.waitFor(() => expect(live.latest()).toBeDefined())
  stop()
  const library = live.latest()
  if (library === undefined) throw new Error('It was read.')
  return library
}

async function find(query: ChapterQuery, signal = new AbortController().signal) {
  const told: ChapterSearch[] = []
  await findChapters(await libraryNow(), query, signal, (search) => told.push(search))
  const last = told.at(-1)
  if (last === undefined) throw new Error('It tells at least that it began.')
  return { last, told, titles: titlesOf(last) }
}

const titlesOf = ({ found }: ChapterSearch) =>
  found.map(
    ({ episode: { title }, chapters }) => `${title}: ${chapters.map((each) => each.title).join(', ')}`,
  )

const anywhere = (...about: string[]): ChapterQuery => ({
  about,
  podcastSlug: null,
  topics: [],
  matching: 'all',
})

test('finds chapters by title and description over podcasts, newest episode first', async () => {
  await commitPage(
    'night',
    null,
    madePage([
      episode('night', 'old', '2026-01-01T00:00:00.000Z', [
        { at: 0, title: 'Intro' },
        { at: 60, title: 'Queues' },
      ]),
      episode('night', 'new', '2026-03-01T00:00:00.000Z', [
        { at: 0, title: 'Queues' },
        { at: 9, title: 'Logs', description: 'And queues.' },
      ]),
    ]),
    now,
  )
  await commitPage(
    'day',
    null,
    madePage([
      episode('day', 'middle', '2026-02-01T00:00:00.000Z', [{ at: 5, title: 'Of QUEUES' }]),
      episode('day', 'other', '2026-02-02T00:00:00.000Z', [{ at: 5, title: 'Queueing' }]),
    ]),
    now,
  )
  const { last, titles } = await find(anywhere('queues'))
  expect(titles).toEqual(['new: Queues, Logs', 'middle: Of QUEUES', 'old: Queues'])
  expect(last).toMatchObject({ state: 'done', looked: 4, total: 4 })
  expect(last.found.at(-1)?.chapters).toEqual([{ startSeconds: 60, title: 'Queues', lengthSeconds: 940 }])
})

test('looks only where the topic is, in one podcast when it is asked to, and not in what is followed no more', async () => {
  const at = '2026-01-01T00:00:00.000Z'
  const chapters = [{ at: 0, title: 'Kafka' }]
  await commitPage(
    'night',
    null,
    madePage([
      episode('night', 'has', at, chapters, ['Kafka']),
      episode('night', 'has-not', at, chapters, ['Tea']),
      episode('night', 'is-silent', at, [{ at: 0, title: 'Tea' }], ['Kafka']),
    ]),
    now,
  )
  await commitPage('day', null, madePage([episode('day', 'elsewhere', at, chapters, ['Kafka'])]), now)
  expect((await find(aboutTopic('Kafka'))).titles.sort()).toEqual(['elsewhere: Kafka', 'has: Kafka'])
  expect((await find({ ...aboutTopic('Kafka'), podcastSlug: 'night' })).titles).toEqual(['has: Kafka'])
  await removePodcast('day')
  expect((await find(aboutTopic('Kafka'))).titles).toEqual(['has: Kafka'])
})

test('ends when nobody wants it any more', async () => {
  await fill(300, () => [{ at: 0, title: 'Queues' }])
  const stop = new AbortController()
  const told: ChapterSearch[] = []
  await findChapters(await libraryNow(), anywhere('queues'), stop.signal, (search) => {
    told.push(search)
    stop.abort()
  })
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ state: 'looking', looked: 0, total: 300 })
})

test('ends with so many chapters, and says so', async () => {
  await fill(300, () => [0, 1, 2, 3].map((at) => ({ at, title: 'Queues' })))
  const { last } = await find(anywhere('queues'))
  expect(last.state).toBe('full')
  expect(last.looked).toBeLessThan(300)
  expect(last.found.flatMap(({ chapters }) => chapters)).toHaveLength(mostChapters)
})

test('finds nothing where no word is asked for', async () => {
  await fill(3, () => [{ at: 0, title: '…' }])
  expect((await find(anywhere('…'))).last).toMatchObject({ state: 'done', found: [], total: 0 })
})

test('is asked for by what was typed, within the chosen topics, or else by these', () => {
  const chosen = { podcastSlug: 'night', topics: ['Kafka', 'Tea'], matching: 'any' as const }
  expect(queryOf({ ...chosen, words: ' log  files ' })).toEqual({ ...chosen, about: ['log  files'] })
  const byTopics = queryOf({ ...chosen, words: ' ' })
  expect(byTopics).toEqual({ ...chosen, about: ['Kafka', 'Tea'] })
  expect(byTopics === null ? '' : aboutText(byTopics)).toBe('“Kafka” or “Tea”')
  expect(queryOf({ ...chosen, topics: [], words: '' })).toBeNull()
})

test('what is left out is not played, and an episode of which all is left out neither', async () => {
  await fill(2, () => [
    { at: 0, title: 'Queues' },
    { at: 9, title: 'More queues' },
  ])
  const { last } = await find(anywhere('queues'))
  const [first, second] = last.found
  if (first === undefined || second === undefined) throw new Error('Two have some.')
  const keys = (each: typeof first) => each.chapters.map((chapter) => chapterKey(each, chapter))
  const one = withChosen(
    withChosen(new Set(), [...keys(first), ...keys(second)], false),
    keys(second).slice(1),
    true,
  )
  expect(wishesOf(chosenOf(last.found, one))).toEqual([
    { episodeId: second.episode.id, part: [{ startSeconds: 9, title: 'More queues' }] },
  ])
  expect(chosenOf(last.found, new Set())).toEqual(last.found)
})

async function fill(count: number, chapters: (index: number) => Told[]): Promise<void> {
  const episodes = Array.from({ length: count }, (_, index) =>
    episode('night', `e${index}`, new Date(Date.UTC(2020, 0, 1 + index)).toISOString(), chapters(index)),
  )
  for (let at = 0; at < count; at += 100)
    await commitPage(
      'night',
      at === 0 ? null : String(at),
      madePage(episodes.slice(at, at + 100), { nextCursor: at + 100 < count ? String(at + 100) : null }),
      now,
    )
}
