import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageFormat } from '../../../../electron/stenobird/page-reader/page-format.ts'
import { readEpisodePage } from '../../../../electron/stenobird/page-reader/read-episode-page.ts'
import { readPodcastPage } from '../../../../electron/stenobird/page-reader/read-podcast-page.ts'
import { type Episode, episodeSchema } from '../../../../shared/models/episode.ts'
import { clockText } from '../../../../shared/time/clock.ts'

const identity = { podcastSlug: 'show', slug: 'one' }
const address = 'https://stenobird.com/podcast/show/one.md'

/** What layouts are made of, so that random texts come near to real ones. */
const fragment = fc.constantFrom(
  ...[
    '# ',
    '## Chapters\n',
    'Chapters\n',
    '- ',
    '1. ',
    '1:00',
    '10:00:00',
    ': ',
    '**',
    '_',
    '[',
    '](',
    ')',
    '| ',
    '|---|---|\n',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    'Topics\n',
    '## Highlights\n',
    'Main idea: ',
    'GET https://a.b/',
    '<li>',
    '<b>',
    '<dl><dt>',
    '<dd>',
    '<h2>',
  ],
  ...[
    '- Podcast\n',
    'Published',
    '2026-03-04',
    '---\n',
    '`',
    '\\',
    '&amp;',
    '\u0000',
    '\u2028',
    '👩🏽‍🔬',
    'كيف',
    '<!--',
    '> ',
  ],
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(fragment, fc.string({ maxLength: 8 })), { maxLength: 120 })
    .map((parts) => parts.join('')),
)
const anyFormat = fc.constantFrom<PageFormat | undefined>('markdown', 'html', 'text', undefined)

test('any text at all is read into a valid episode', () => {
  fc.assert(
    fc.property(anyText, anyFormat, (text, format) => {
      const page = { text, identity, address, ...(format === undefined ? {} : { format }) }
      episodeSchema.parse(readEpisodePage(page).episode)
      readPodcastPage(text, 'show', address)
    }),
    { numRuns: 400 },
  )
})

test.each([
  '_a__ ',
  '*a **b ',
  '[a](',
  '[a]',
  '1:00a: b ',
  '[a]: b\n',
  '> ',
  '<b>',
  '<div>',
  ' ',
  '- ',
  ': ',
  '`a``b',
  '| a |\n|---|\n',
])('a long page of nothing but %j comes to an end', (part) => {
  // Where the time grew with the square of the length, this would not be done within the test's limit.
  const text = `# T\n\n## Chapters\n\n${part.repeat(100_000 / part.length)}`
  expect(readEpisodePage({ text, identity, address }).episode.warnings).toBeDefined()
})

const word = fc.stringMatching(/^[A-Za-z][a-z]{1,9}$/)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
const marked = fc
  .tuple(
    words,
    fc.constantFrom('', ' *not emphasis*', ' a_b_c', ' [x](y)', ' <b>', ' 3 | 4', ' `code`', ' & co.'),
  )
  .map((parts) => parts.join(''))
const anyEpisode = fc.record({
  title: marked,
  podcastTitle: marked,
  durationSeconds: fc.integer({ min: 0, max: 50_000 }),
  publishedAt: fc
    .date({ min: new Date('2005-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 10)}T00:00:00.000Z`),
  processingState: word,
  summary: marked,
  topics: fc.uniqueArray(words, { maxLength: 6, selector: (topic) => topic.toLowerCase() }),
  highlights: fc.array(
    fc.record({
      kind: fc.constantFrom('Main idea', 'Practical takeaway', 'Failure mode', 'Open question'),
      text: marked,
    }),
    { maxLength: 5 },
  ),
  chapters: fc
    .uniqueArray(
      fc.record({
        startSeconds: fc.integer({ min: 0, max: 60_000 }),
        title: marked,
        description: fc.oneof(fc.constant(''), marked),
      }),
      {
        maxLength: 8,
        selector: (chapter) => chapter.startSeconds,
      },
    )
    .map((chapters) => chapters.sort((a, b) => a.startSeconds - b.startSeconds)),
})
type AnyEpisode = typeof anyEpisode extends fc.Arbitrary<infer Value> ? Value : never

const mark = (text: string) => text.replace(/[\\`*_[\]<>|&]/g, '\\$&')
const list = (title: string, items: string[]) =>
  items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`

const layouts: Record<string, (episode: AnyEpisode) => string> = {
  'items with labels': (episode) =>
    pageOf(
      episode,
      fieldsOf(episode)
        .map(([name, value]) => `- **${name}:** ${value}`)
        .join('\n'),
    ),
  'a table': (episode) =>
    pageOf(
      episode,
      [
        '| Field | Value |',
        '| --- | --- |',
        ...fieldsOf(episode).map(([name, value]) => `| ${name} | ${value} |`),
      ].join('\n'),
    ),
  'alternating items': (episode) =>
    pageOf(
      episode,
      fieldsOf(episode)
        .map(([name, value]) => `- ${name}\n- ${value}`)
        .join('\n'),
    ),
  'chapters in a table': (episode) =>
    pageOf(
      { ...episode, chapters: [] },
      fieldsOf(episode)
        .map(([name, value]) => `- ${name}: ${value}`)
        .join('\n'),
    ) +
    (episode.chapters.length === 0
      ? ''
      : `\n## Chapters\n\n| Time | Title | About |\n|---|---|---|\n${episode.chapters.map(({ startSeconds, title, description }) => `| ${clockText(startSeconds)} | ${mark(title)} | ${mark(description)} |`).join('\n')}\n`),
}

function fieldsOf(episode: AnyEpisode): [string, string][] {
  return [
    ['Podcast', mark(episode.podcastTitle)],
    ['Published', episode.publishedAt.slice(0, 10)],
    ['Duration seconds', String(episode.durationSeconds)],
    ['Processing state', episode.processingState],
  ]
}

function pageOf(episode: AnyEpisode, fields: string): string {
  return [
    `# ${mark(episode.title)}\n`,
    `${fields}\n`,
    `## Summary\n\n${mark(episode.summary)}\n`,
    list('Topics', episode.topics),
    list(
      'Highlights',
      episode.highlights.map(({ kind, text }) => `**${kind}:** ${mark(text)}`),
    ),
    list(
      'Chapters',
      episode.chapters.map(
        ({ startSeconds, title, description }) =>
          `${clockText(startSeconds)} **${mark(title)}**${description === '' ? '' : `: ${mark(description)}`}`,
      ),
    ),
  ].join('\n')
}

test.each(Object.keys(layouts))('an episode written out as %s reads back the same', (layout) => {
  fc.assert(
    fc.property(anyEpisode, (written) => {
      const { episode, understood } = readEpisodePage({
        text: layouts[layout]?.(written) ?? '',
        identity,
        address,
      })
      expect(understood).toBe(true)
      expect(comparable(episode)).toEqual({
        ...written,
        highlights: written.highlights.map(({ text }) => text),
        warnings: [],
      })
    }),
    { numRuns: 60 },
  )
})

function comparable(episode: Episode) {
  const {
    title,
    podcastTitle,
    durationSeconds,
    publishedAt,
    processingState,
    summary,
    topics,
    chapters,
    warnings,
  } = episode
  const highlights = episode.highlights.map(({ text }) => text)
  return {
    title,
    podcastTitle,
    durationSeconds,
    publishedAt,
    processingState,
    summary,
    topics,
    highlights,
    chapters,
    warnings,
  }
}
