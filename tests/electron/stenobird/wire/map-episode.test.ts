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

test('takes no text whole that has no end, wherever it stands', () => {
  const endless = 'x'.repeat(1_000_000)
  const episode = mapped({
    ...least,
    highlights: [{ kind: endless, text: 'Words.' }],
    actions: [{ method: endless, url: 'https://stenobird.com/', description: endless }],
  })
  expect(JSON.stringify(episode).length).toBeLessThan(5000)
  expect(episode.warnings.map(({ where }) => where)).toEqual(['highlights', 'actions', 'actions'])
})

test('takes no more of an episode than what fits into a record of the library with all its neighbours', () => {
  const long = 'x'.repeat(9000)
  const episode = mapped({
    ...least,
    summary: long,
    topics: Array.from({ length: 400 }, (_, index) => `${index} ${'x'.repeat(190)}`),
    highlights: Array.from({ length: 400 }, () => `Main idea: ${long.slice(0, 4000)}`),
    chapters: Array.from({ length: 400 }, (_, index) => ({ start: index, title: 'x', description: long })),
    actions: Array.from({ length: 50 }, () => ({ url: `https://stenobird.com/${'x'.repeat(3000)}` })),
  })
  expect(JSON.stringify(episode).length).toBeLessThan(400_000)
  expect(episode.topics.length).toBeGreaterThan(90)
  expect(episode.highlights.length).toBeGreaterThan(15)
  expect(episode.chapters.length).toBeGreaterThan(20)
  expect(episode.warnings).toContainEqual({
    where: 'chapters',
    reason: 'More than 200,000 characters; the rest was left out.',
  })
})

test('looks at the beginning of a list that has no end', () => {
  const episode = mapped({
    ...least,
    chapters: [{ start: 0, title: 'Start' }, ...Array.from({ length: 5000 }, () => 0)],
    highlights: [...Array.from({ length: 5000 }, () => 'a'), 'Main idea: Too late.'],
  })
  expect(episode.chapters).toEqual([{ startSeconds: 0, title: 'Start', description: '' }])
  expect(episode.highlights).not.toContainEqual({ kind: 'main-idea', text: 'Too late.' })
  expect(episode.warnings).toContainEqual({
    where: 'chapters',
    reason: 'More than 2,000; the rest was not looked at.',
  })
})
