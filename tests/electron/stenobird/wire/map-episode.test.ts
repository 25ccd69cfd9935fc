import { expect, test } from 'vitest'
import { mapEpisode } from '../../../../electron/stenobird/wire/map-episode.ts'
import { episodeSchema } from '../../../../shared/models/episode.ts'

function mapped(wire: unknown) {
  const result = mapEpisode('show', wire)
  if (!result.ok) throw new Error(result.reason)
  return episodeSchema.parse(result.episode)
}

const least = { slug: 'one', title: 'One' }

test('needs a slug and a title, and nothing else', () => {
  expect(mapped(least)).toMatchObject({
    id: 'show/one',
    publishedAt: null,
    durationSeconds: null,
    processingState: 'unknown',
    topics: [],
    warnings: [],
  })
})

test.each([
  [{ title: 'One' }, null],
  [{ slug: 'one' }, 'one'],
  [{ slug: 'one', title: '  ' }, 'one'],
  [{ slug: '../../etc', title: 'One' }, null],
  ['a string', null],
  [null, null],
  [[], null],
])('calls %j broken', (wire, slug) => {
  expect(mapEpisode('show', wire)).toMatchObject({ ok: false, slug })
})

test('keeps unknown keys out', () => {
  expect(mapped({ ...least, language: 'en', id: 'other/thing', __proto__: { x: 1 } })).not.toHaveProperty(
    'language',
  )
  expect(mapped({ ...least, id: 'other/thing' }).id).toBe('show/one')
})

test('loses only the part that cannot be read, with a warning', () => {
  const episode = mapped({
    ...least,
    topics: 'none',
    duration_seconds: { a: 1 },
    summary: 'kept',
    published_at: 'soon',
  })
  expect(episode).toMatchObject({ topics: [], durationSeconds: null, summary: 'kept', publishedAt: null })
  expect(episode.warnings.map((warning) => warning.where).sort()).toEqual([
    'duration seconds',
    'published',
    'topics',
  ])
})

test('loses only the chapter or highlight that cannot be read', () => {
  const episode = mapped({
    ...least,
    chapters: [
      { start: '1:00', title: 'B' },
      { title: 'no time' },
      7,
      { timestamp: 0, title: 'A', summary: 'a' },
    ],
    highlights: ['Main idea: x', null, { kind: 'open_question', text: 'y', start_seconds: '0:30' }],
  })
  expect(episode.chapters).toEqual([
    { startSeconds: 0, title: 'A', description: 'a' },
    { startSeconds: 60, title: 'B', description: '' },
  ])
  expect(episode.highlights).toEqual([
    { kind: 'main-idea', text: 'x' },
    { kind: 'other', text: 'y', label: 'Open question', startSeconds: 30 },
  ])
  expect(episode.warnings).toHaveLength(3)
})

test('takes addresses of the web only', () => {
  const episode = mapped({
    ...least,
    canonical_url: 'javascript:alert(1)',
    image_url: 'https://example.org/a.png',
    audio_url: 'file:///etc/passwd',
    actions: [{ method: 'post', url: 'https://stenobird.com/x', description: 'd' }, { url: 'data:,x' }],
  })
  expect(episode).toMatchObject({ canonicalUrl: null, imageUrl: 'https://example.org/a.png', audio: null })
  expect(episode.actions).toEqual([{ method: 'POST', url: 'https://stenobird.com/x', description: 'd' }])
  expect(episode.warnings).toHaveLength(3)
})

test('names each topic once, letter case aside', () => {
  expect(mapped({ ...least, topics: [' DevOps ', 'devops', 'Cloud', ''] }).topics).toEqual([
    'DevOps',
    'Cloud',
  ])
})

test('cuts what is longer than anything real', () => {
  const episode = mapped({
    ...least,
    chapters: Array.from({ length: 600 }, (_, index) => ({ start: index, title: 'x' })),
  })
  expect(episode.chapters).toHaveLength(500)
  expect(episode.warnings).toEqual([{ where: 'chapters', reason: expect.stringContaining('500') }])
})

test('words a kind in one way, however it came', () => {
  const kinds = ['quote', 'Quote', 'open-question', 'open_question']
  const { highlights } = mapped({ ...least, highlights: kinds.map((kind) => ({ kind, text: 'y' })) })
  const labels = highlights.map(({ label }) => label)
  expect(labels).toEqual(['Quote', 'Quote', 'Open question', 'Open question'])
})

test.each(['Constructor: hands over what is needed.', { kind: 'constructors', text: 'They hand it over.' }])(
  'takes %j for a kind of its own, whatever objects inherit',
  (highlight) => {
    const [read] = mapped({ ...least, highlights: [highlight] }).highlights
    expect(read).toMatchObject({ kind: 'other', label: expect.stringMatching(/^constructors?$/i) })
  },
)
