import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { indexOf } from './relevance/search-catalogue.ts'
import { type ScannedEpisode, type ScannedHit, scan } from './scan.ts'

const words = [
  ...[
    'retry',
    'Retries',
    'RETRYING',
    're',
    'storm',
    'storms',
    'Größe',
    'grosse',
    'naïve',
    'naive',
    'C++',
    'C#',
    'c',
  ],
  ...['K8s', '2026', '½', 'ﬁne', 'fine', 'λόγος', 'ΛΟΓΟΣ', 'λόγο', 'кот', 'который', 'İstanbul', 'istanbul'],
  ...[
    '機械',
    '学習',
    '機械学習',
    '械学',
    'サーバー',
    'サーバ',
    '入門Kubernetes',
    'Kubernetes入門',
    '猫',
    'ปลอดภัย',
  ],
]
const word = fc.constantFrom(...words)
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '-', '', '/', '. ', '’', '™ ')
const text = fc.array(fc.tuple(word, gap), { maxLength: 7 }).map((parts) => parts.flat().join(''))
const kind = fc.constantFrom('main-idea', 'practical-takeaway', 'failure-mode', 'other')

const library = fc
  .array(
    fc.record({
      title: text,
      podcastTitle: word,
      summary: text,
      topics: fc.array(text, { maxLength: 2 }),
      chapters: fc.array(fc.record({ startSeconds: fc.nat(), title: text, description: text }), {
        maxLength: 3,
      }),
      highlights: fc.array(fc.record({ kind, text }), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((episodes) =>
    episodes.map(
      (episode, index): ScannedEpisode => ({
        ...episode,
        id: `podcast/${index}`,
        podcastSlug: 'podcast',
        publishedAtMs: index + 1,
        durationSeconds: null,
        notes: [],
        transcript: [],
        states: new Set(),
      }),
    ),
  )

const term = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: word.map((each) => [...each].slice(0, 2).join('')) },
  {
    weight: 2,
    arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => `"${each.join(' ')}"`),
  },
  { weight: 1, arbitrary: fc.tuple(word, word).map((each) => each.join('/')) },
)
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '', '-'), term), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part) => part.join('')).join(' '))

const named = (hits: readonly ScannedHit[]) =>
  hits.map(({ group, episodeId, item }) => `${group} ${episodeId} ${item}`).sort()

test('finds what a plain scan finds, in one layer or in several', () => {
  fc.assert(
    fc.property(library, query, fc.integer({ min: 1, max: 3 }), (episodes, typed, layers) => {
      const { query: asked } = parseQuery(typed, 0)
      expect(named(indexOf(episodes, layers).findAll(asked))).toEqual(named(scan(episodes, asked)))
    }),
    { numRuns: 500 },
  )
})
