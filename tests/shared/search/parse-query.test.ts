import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { queryText } from '../../../shared/search/query-text.ts'

const nowMs = new Date(2026, 2, 15, 18).getTime()
const parsed = (text: string) => parseQuery(text, nowMs)
const termsOf = (text: string) => parsed(text).query.terms
const filtersOf = (text: string) => parsed(text).query.filters
const sentencesOf = (text: string) => parsed(text).remarks.map(({ sentence }) => sentence)

const plain = (...words: string[]) => ({ words, prefix: true, without: false })

test('reads words, phrases in quotes and what is not to be there', () => {
  expect(termsOf('Größe matters')).toEqual([plain('grosse'), plain('matters')])
  expect(termsOf('"Blast Radius" kube')).toEqual([
    { words: ['blast', 'radius'], prefix: false, without: false },
    plain('kube'),
  ])
  expect(termsOf('“blast radius”')).toEqual(termsOf('"blast radius"'))
  expect(termsOf('-vendor -"vendor lock-in"')).toEqual([
    { words: ['vendor'], prefix: true, without: true },
    { words: ['vendor', 'lock', 'in'], prefix: false, without: true },
  ])
  expect(termsOf('"blast rad')).toEqual([{ words: ['blast', 'rad'], prefix: true, without: false }])
  expect(termsOf('CI/CD c++ C# node.js')).toEqual([
    plain('ci', 'cd'),
    plain('c++'),
    plain('c#'),
    plain('node', 'js'),
  ])
  expect(termsOf('- "" !? --dry')).toEqual([plain('dry')])
})

test('reads every filter, and what is in quotes as one value', () => {
  const filters = filtersOf(
    'topic:"Incident response" topic:SRE,"A, B" -podcast:ship-it kind:failure-mode has:notes is:unheard tag:"to read" longer:45m',
  )
  expect(filters).toEqual([
    { by: 'topic', topics: ['Incident response'], without: false },
    { by: 'topic', topics: ['SRE', 'A, B'], without: false },
    { by: 'podcast', podcast: 'ship-it', without: true },
    { by: 'kind', kind: 'failure-mode', without: false },
    { by: 'has', what: 'notes', without: false },
    { by: 'is', state: 'unheard', without: false },
    { by: 'tag', tag: 'to read', without: false },
    { by: 'longer', seconds: 2700, without: false },
  ])
  expect(filtersOf('KIND:"Failure modes" Has:note')).toEqual([
    { by: 'kind', kind: 'failure-mode', without: false },
    { by: 'has', what: 'notes', without: false },
  ])
})

test.each([
  ['2026', [2026, 0, 1]],
  ['2026-03', [2026, 2, 1]],
  ['2026-03-04', [2026, 2, 4]],
  ['30d', [2026, 1, 13]],
] as const)('takes %s as the beginning of that time where the person is', (text, [year, month, day]) => {
  const atMs = new Date(year, month, day).getTime()
  expect(filtersOf(`after:${text}`)).toEqual([{ by: 'after', atMs, without: false }])
})

test.each([
  ['45m', 2700],
  ['1h', 3600],
  ['1h30', 5400],
  ['1h30m', 5400],
  ['90s', 90],
  ['20', 1200],
])('takes %s as a length', (text, seconds) => {
  expect(filtersOf(`shorter:${text}`)).toEqual([{ by: 'shorter', seconds, without: false }])
})

test('says what it cannot read, and looks for its words', () => {
  expect(termsOf('before:soon')).toEqual([plain('before'), plain('soon')])
  expect(sentencesOf('before:2026-02-30')).toEqual([
    '“2026-02-30” after “before:” is no date such as 2026, 2026-03 or 2026-03-04, so its words are looked for.',
  ])
  expect(sentencesOf('has:video')).toEqual([
    '“video” after “has:” is not notes, chapters, highlights, or transcript, so its words are looked for.',
  ])
  expect(parsed('topics:SRE go')).toEqual({
    query: { terms: [plain('topics'), plain('sre'), plain('go')], filters: [] },
    remarks: [{ start: 0, end: 10, sentence: 'There is no filter “topics:”, so its words are looked for.' }],
  })
  expect(sentencesOf('https://example.org std::vector 12:30 D2DO295: risks')).toEqual([])
})

test('waits for the rest of a filter that was only begun', () => {
  for (const text of ['topic:', 'is:unh', 'kind:failure-', 'topic:"', 'before:']) {
    expect(parsed(text)).toEqual({ query: { terms: [], filters: [] }, remarks: [] })
  }
})

const bits = fc.constantFrom(
  ...[
    'topic:',
    'podcast:',
    'kind:',
    'has:',
    'is:',
    'before:',
    'after:',
    'longer:',
    'tag:',
    'foo:',
    '"',
    '“',
    '-',
  ],
  ...[
    ' ',
    ' ',
    ',',
    '\\',
    '2026-03',
    '2026-3-4',
    '99d',
    '1h30',
    '90s',
    '45m',
    'notes',
    'main-idea',
    'unheard',
  ],
  ...['Größe', 'C++', 'ci/cd', '機械学習', 'サーバー', 'İstanbul', 'ﬁn½', '\n'],
)

test('the text of a query is read as the same query', () => {
  const texts = fc.oneof(
    fc.array(bits, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const { query } = parsed(text)
      expect(parsed(queryText(query)).query).toEqual(query)
    }),
    { numRuns: 2000 },
  )
})
