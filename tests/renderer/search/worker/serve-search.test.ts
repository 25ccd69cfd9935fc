import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { deleteAnnotations, editAnnotation } from '../../../../renderer/db/annotation-edits.ts'
import { writeAnnotation } from '../../../../renderer/db/annotations.ts'
import { database } from '../../../../renderer/db/database.ts'
import { removePodcast } from '../../../../renderer/db/podcasts.ts'
import { keptLayers } from '../../../../renderer/search/worker/kept-layers.ts'
import type { Episode } from '../../../../shared/models/episode.ts'
import { parseQuery } from '../../../../shared/search/parse-query.ts'
import type { SearchQuery } from '../../../../shared/search/query.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { madeEpisode } from '../../made-episodes.ts'
import { noteContext } from '../../note-context.ts'
import { storeMade } from '../../stored-episodes.ts'
import { type ScannedEpisode, scan } from '../scan.ts'
import { hitsOf, served } from './served.ts'

beforeEach(freshDatabase)

const query = (text: string): SearchQuery => parseQuery(text, 0).query
const note = (episodeId: `${string}/${string}`, body: string, tags: string[] = []) =>
  writeAnnotation({
    episodeId,
    body,
    tags,
    context: noteContext,
    anchor: { kind: 'moment', startSeconds: 7 },
  })

test('finds titles, summaries, topics, chapters, highlights and notes by beginnings of words, with what matched marked', async () => {
  await storeMade(
    madeEpisode('night', 'a', {
      title: 'Kubernetes upgrades',
      summary: 'How a cluster is upgraded while people sleep.',
      topics: ['Reliability'],
      chapters: [
        { startSeconds: 0, title: 'Welcome', description: '' },
        { startSeconds: 61, title: 'Draining nodes', description: 'Pods go elsewhere first.' },
      ],
      highlights: [{ kind: 'failure-mode', text: 'Draining without a budget.', startSeconds: 90 }],
    }),
  )
  await note('night/a', 'Try draining at night', ['ops'])
  const { searchText, untilCurrent, stop } = served()
  await untilCurrent()
  const { groups } = await searchText('drain')
  expect(groups).toMatchObject([
    {
      group: 'chapters',
      total: 1,
      hits: [{ item: 1, startSeconds: 61, title: 'Draining nodes', titleMarks: [[0, 8]] }],
    },
    { group: 'highlights', total: 1, hits: [{ item: 0, startSeconds: 90, excerptMarks: [[0, 8]] }] },
    {
      group: 'notes',
      total: 1,
      hits: [{ startSeconds: 7, excerpt: 'Try draining at night', excerptMarks: [[4, 12]] }],
    },
  ])
  expect((await searchText('kuber relia')).groups).toMatchObject([
    { hits: [{ titleMarks: [[0, 10]], excerpt: 'Reliability', excerptMarks: [[0, 11]] }] },
  ])
  expect(hitsOf(await searchText('"people sleep"'))).toEqual(['episodes night/a null'])
  expect(hitsOf(await searchText('"sleep people"'))).toEqual([])
  expect(hitsOf(await searchText('tag:ops'))).toEqual([
    'episodes night/a null',
    expect.stringContaining('notes'),
  ])
  const { groups: corrected, corrected: words } = await searchText('kuberntes')
  expect(words).toEqual([{ typed: 'kuberntes', searched: 'kubernetes' }])
  stop()
  expect(corrected).toMatchObject([{ group: 'episodes', total: 1, hits: [{ titleMarks: [[0, 10]] }] }])
})

test('shows what a note says without what makes it Markdown', async () => {
  await storeMade(madeEpisode('night', 'a'))
  await note('night/a', '## Plan\n\n- **Drain** [the node](https://example.com/node) with `drain_node`\n')
  const { searchText, untilCurrent, stop } = served()
  await untilCurrent()
  const { groups } = await searchText('drain')
  stop()
  expect(groups.find(({ group }) => group === 'notes')?.hits).toMatchObject([
    {
      excerpt: 'Plan Drain the node with drain_node',
      excerptMarks: [
        [5, 10],
        [25, 30],
      ],
    },
  ])
})

test('follows what is stored, changed, deleted and unfollowed', async () => {
  const { searchText, untilCurrent, stop } = served()
  await storeMade(madeEpisode('night', 'a', { title: 'Tea' }))
  await untilCurrent()
  const finds = (text: string, hits: unknown[]) =>
    vi.waitFor(async () => expect(hitsOf(await searchText(text))).toEqual(hits), 5000)
  await finds('tea', ['episodes night/a null'])
  await storeMade(madeEpisode('night', 'a', { title: 'Coffee' }))
  await finds('coffee', ['episodes night/a null'])
  await finds('tea', [])
  const { id } = await note('night/a', 'Espresso')
  await finds('espresso', [`notes night/a ${id}`])
  await editAnnotation(id, null, { body: 'Mocha' })
  await finds('mocha', [`notes night/a ${id}`])
  await finds('espresso', [])
  await deleteAnnotations([id])
  await finds('mocha', [])
  await removePodcast('night')
  await finds('coffee', [])
  stop()
})

test('what was kept of the index is read at the next start, and what is torn of it is made anew', async () => {
  for (const slug of ['a', 'b', 'c']) await storeMade(madeEpisode('night', slug, { title: `Tea ${slug}` }))
  const found = ['a', 'b', 'c'].map((slug) => `episodes night/${slug} null`)
  const first = serveKept()
  await first.untilCurrent()
  first.stop()
  const [kept] = await database.searchSegments.toArray()
  expect(kept?.owners).toEqual(['night'])

  const reading = vi.spyOn(database.episodeBlocks, 'bulkGet')
  const second = serveKept()
  await second.untilCurrent()
  expect(reading).not.toHaveBeenCalled()
  expect(hitsOf(await second.searchText('tea'))).toEqual(found)
  second.stop()
  reading.mockRestore()

  const tears = [
    (bytes: Uint8Array) => bytes.set([bytes[40] === 1 ? 2 : 1], 40),
    (bytes: Uint8Array) => bytes.fill(0),
    (bytes: Uint8Array) => bytes.set([9], 0),
  ]
  for (const tear of tears) {
    const [row] = await database.searchSegments.toArray()
    if (row === undefined) throw new Error('Nothing is kept.')
    tear(new Uint8Array(row.bytes))
    await database.searchSegments.put(row)
    const next = serveKept()
    await next.untilCurrent()
    expect(hitsOf(await next.searchText('tea'))).toEqual(found)
    next.stop()
    await vi.waitFor(async () => expect(await database.searchSegments.count()).toBe(1))
  }
})

function serveKept() {
  const layers = keptLayers()
  return served({ stored: layers.stored(), keep: layers.keep })
}

const words = [
  'tea',
  'teapot',
  'coffee',
  'café',
  'CAFE',
  '東京',
  '東',
  '京都',
  'c++',
  'naïve',
  'Straße',
  '½',
  'x',
  '👩‍💻',
  '`',
  '\u0000',
]
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((some) => some.join(' '))
const tight = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(''))
const prose = fc.oneof(text, tight)
const topic = fc.constantFrom('Tea', 'Coffee', 'DevOps')
const kind = fc.constantFrom('main-idea', 'practical-takeaway', 'failure-mode', 'other')

const made = fc.record({
  podcastSlug: fc.constantFrom('night', 'day'),
  slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  title: prose,
  summary: prose,
  topics: fc.uniqueArray(topic, { maxLength: 2 }),
  publishedAt: fc.constantFrom(null, '2025-01-02T00:00:00Z', '2026-03-04T00:00:00Z'),
  durationSeconds: fc.constantFrom(null, 600, 3600),
  chapters: fc.array(fc.record({ startSeconds: fc.constant(0), title: prose, description: prose }), {
    maxLength: 2,
  }),
  highlights: fc.array(fc.record({ kind, text: prose }), { maxLength: 2 }),
  notes: fc.array(
    fc.record({ body: prose, tags: fc.uniqueArray(fc.constantFrom('ops', 'tea'), { maxLength: 1 }) }),
    {
      maxLength: 2,
    },
  ),
})
type Made = ReturnType<typeof made.generate>['value']

const typedWord = fc.oneof(
  fc.constantFrom(...words, 'te', 'co', 'caf', 'stras', 'zzz'),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((two) => `"${two.join(' ')}"`),
)
const filter = fc.constantFrom(
  'topic:tea',
  'topic:tea,coffee',
  'podcast:night',
  'kind:failure-mode',
  'has:notes',
  'has:chapters',
  'has:highlights',
  'has:transcript',
  'before:2026',
  'after:2026',
  'longer:45m',
  'shorter:45m',
  'tag:ops',
  'is:unheard',
  'is:queued',
)
const piece = fc.tuple(
  fc.constantFrom('', '', '', '-'),
  fc.oneof({ weight: 3, arbitrary: typedWord }, filter),
)
const typed = fc
  .array(
    piece.map((two) => two.join('')),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => pieces.join(' '))

test('finds what a scan of everything finds, also after changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(made, { maxLength: 6, selector: ({ podcastSlug, slug }) => `${podcastSlug}/${slug}` }),
      fc.array(made, { maxLength: 3 }),
      fc.array(typed, { minLength: 12, maxLength: 12 }),
      async (first, later, texts) => {
        await freshDatabase()
        const library = new Map<string, ScannedEpisode>()
        const store = async (each: Made): Promise<void> => {
          const scanned = await stored(each, library.get(`${each.podcastSlug}/${each.slug}`))
          library.set(scanned.id, scanned)
        }
        for (const each of first) await store(each)
        const { search, episodes, untilCurrent, stop } = served()
        for (const each of later) await store(each)
        await untilCurrent()
        const compare = async (): Promise<void> => {
          for (const each of texts) {
            const wanted = query(each)
            const answer = await search(wanted)
            if (answer.corrected.length > 0) continue
            const hits = scan([...library.values()], wanted)
            expect([each, hitsOf(answer)]).toEqual([
              each,
              hits.map(({ group, episodeId, item }) => `${group} ${episodeId} ${item}`).sort(),
            ])
            expect([each, (await episodes(wanted)).total]).toEqual([
              each,
              listedBy([...library.values()], wanted),
            ])
          }
        }
        await vi.waitFor(compare, 5000).finally(stop)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

/** How many episodes pass all filters, and have something in which all words are. */
function listedBy(library: ScannedEpisode[], { terms, filters }: SearchQuery): number {
  const left = scan(library, { terms: [], filters }).filter(({ group }) => group === 'episodes')
  const worded = new Set(scan(library, { terms, filters: [] }).map(({ episodeId }) => episodeId))
  return left.filter(({ episodeId }) => worded.has(episodeId)).length
}

async function stored(each: Made, before: ScannedEpisode | undefined): Promise<ScannedEpisode> {
  const { podcastSlug, slug, notes: given, ...episode } = each
  const whole: Episode = madeEpisode(podcastSlug, slug, episode)
  await storeMade(whole)
  const notes = await Promise.all(given.map(({ body, tags }) => note(whole.id, body, tags)))
  return {
    ...whole,
    publishedAtMs: whole.publishedAt === null ? 0 : Date.parse(whole.publishedAt),
    notes: [
      ...(before?.notes ?? []),
      ...notes.map(({ id, body, tags }) => ({ id, body, tags, quote: '', starred: false })),
    ],
    transcript: [],
    states: new Set(['unheard' as const]),
  }
}
