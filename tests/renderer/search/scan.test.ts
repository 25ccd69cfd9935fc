import { expect, test } from 'vitest'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { type ScannedEpisode, scan } from './scan.ts'

const blank: ScannedEpisode = {
  id: 'ops/blank',
  podcastSlug: 'ops',
  podcastTitle: 'Ops Weekly',
  title: 'Blank',
  summary: '',
  topics: [],
  publishedAtMs: new Date(2026, 2, 4).getTime(),
  durationSeconds: 1800,
  chapters: [],
  highlights: [],
  notes: [],
  transcript: [],
  states: new Set(['unheard']),
}

const library: ScannedEpisode[] = [
  {
    ...blank,
    id: 'ops/outage',
    title: 'The long outage',
    summary: 'How a blast radius grew. Radius and blast.',
    topics: ['Incident response', 'SRE'],
    chapters: [{ startSeconds: 0, title: 'Blast radius', description: 'Cells' }],
    highlights: [
      { kind: 'failure-mode', text: 'Retries grew the outage' },
      { kind: 'main-idea', text: 'Cells bound an outage' },
    ],
    notes: [{ id: 'n1', body: 'Try cells', quote: '', tags: ['To read'], starred: true }],
    states: new Set(['heard', 'starred']),
  },
  {
    ...blank,
    id: 'cat/neko',
    podcastSlug: 'cat',
    podcastTitle: 'Ops',
    title: '黒猫の話',
    publishedAtMs: 0,
    durationSeconds: null,
    transcript: [{ startSeconds: 0, text: 'Radius, blast' }],
  },
]

const found = (text: string) =>
  scan(library, parseQuery(text, 0).query).map(({ group, episodeId, item }) =>
    item === null ? `${group} ${episodeId}` : `${group} ${episodeId} ${item}`,
  )

test.each([
  ['blast', ['episodes ops/outage', 'chapters ops/outage 0', 'transcripts cat/neko 0']],
  ['"blast radius"', ['episodes ops/outage', 'chapters ops/outage 0']],
  ['blast -cells', ['episodes ops/outage', 'transcripts cat/neko 0']],
  ['"inci"', []],
  ['inci', ['episodes ops/outage']],
  ['猫', ['episodes cat/neko']],
  ['"猫の 話"', []],
  ['outage kind:failure-mode', ['episodes ops/outage', 'highlights ops/outage 0']],
  ['kind:main-idea', ['episodes ops/outage', 'highlights ops/outage 1']],
  ['tag:"to read"', ['episodes ops/outage', 'notes ops/outage n1']],
  ['topic:sre,Other', ['episodes ops/outage']],
  ['-topic:sre', ['episodes cat/neko']],
  ['podcast:ops', ['episodes ops/outage', 'episodes cat/neko']],
  ['podcast:"ops weekly"', ['episodes ops/outage']],
  ['podcast:week', ['episodes ops/outage']],
  ['shorter:45m', ['episodes ops/outage']],
  ['-shorter:45m', ['episodes cat/neko']],
  ['after:2026-03-04', ['episodes ops/outage']],
  ['before:2026-03-04', []],
  ['is:unheard', ['episodes cat/neko']],
  ['has:transcript', ['episodes cat/neko']],
])('%s finds what it should', (text, expected) => {
  expect(found(text)).toEqual(expected)
})
