import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageFormat } from '../../../../electron/stenobird/page-reader/page-format.ts'
import { readEpisodePage } from '../../../../electron/stenobird/page-reader/read-episode-page.ts'
import { readPodcastPage } from '../../../../electron/stenobird/page-reader/read-podcast-page.ts'
import { episodeSchema } from '../../../../shared/models/episode.ts'
import { htmlLayouts } from './layouts/html-layouts.ts'
import { markdownLayouts } from './layouts/markdown-layouts.ts'
import { textLayouts } from './layouts/text-layouts.ts'
import { marked } from './layouts/written-episode.ts'

const seed = Number(process.env.EARMARK_SEED ?? 2026)
const numRuns = Number(process.env.EARMARK_RUNS ?? 400)
const identity = { podcastSlug: 'show', slug: 'one' }
const address = 'https://stenobird.com/podcast/show/one.md'

/** What layouts are made of, so that random texts come near to real ones. */
const fragments = [
  ...[
    '# ',
    '## Chapters\n',
    'Chapters\n',
    '- ',
    '1. ',
    '1:00',
    '10:00:00',
    '1:00 – 2:00',
    '45s ',
    ': ',
    '**',
    '_',
  ],
  ...[
    '[',
    '](',
    ')',
    '| ',
    '|---|---|\n',
    '| Start | Title |\n',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '    ',
    'Topics\n',
  ],
  ...[
    '## Highlights\n',
    'Main idea: ',
    'GET https://a.b/',
    'POST /v1',
    '<li>',
    '<ul>',
    '<b>',
    '<dl><dt>',
    '<dd>',
  ],
  ...['<h2>', '<main><h1>', '<span>', '<button>', '- Podcast\n', 'Published', '2026-03-04', '---\n', '+++\n'],
  ...[
    'topics: [a, "b',
    'chapters:\n',
    '  - title: >\n',
    'key: {a: ',
    '`',
    '```\n',
    '\\',
    '&amp;',
    '\u0000',
    '\u2028',
  ],
  ...['👩🏽‍🔬', 'كيف', '<!--', '> ', '• ', '\uE0F0', '\uD800', '\r', 'Start: 1:00\n'],
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 8 })), {
      maxLength: 120,
    })
    .map((parts) => parts.join('')),
)
/** A real page with a piece torn out, and another put in. */
const tornPage = fc
  .tuple(
    marked,
    fc.constantFrom(...Object.values({ ...markdownLayouts, ...htmlLayouts, ...textLayouts })),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), anyText), { maxLength: 6 }),
  )
  .map(([episode, write, tears]) =>
    tears.reduce((text, [place, length, other]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + other.slice(0, 40) + text.slice(at + length)
    }, write(episode)),
  )
const anyFormat = fc.constantFrom<PageFormat | undefined>('markdown', 'html', 'text', undefined)

test(`any text at all is read into a valid episode (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.oneof(anyText, tornPage), anyFormat, (text, format) => {
      const page = { text, identity, address, ...(format === undefined ? {} : { format }) }
      episodeSchema.parse(readEpisodePage(page).episode)
      readPodcastPage(text, 'show', address)
    }),
    { seed, numRuns },
  )
}, 120_000)

const repeated = [
  ...[
    '_a__ ',
    '*a **b ',
    '[a](',
    '[a]',
    '[a]: b\n',
    '> ',
    '`a``b',
    '| a |\n|---|\n',
    '<b>',
    '<div>',
    '<ul><li>',
    '<span>a',
  ],
  ...[
    '<button>1:00',
    '<dt>a<dd>b',
    '<main>',
    '<!--',
    '&',
    ' ',
    '\t',
    '\n',
    '- ',
    '  - a\n',
    ': ',
    ':\n: ',
    '#',
    '# a\n',
  ],
  ...[
    '1:00a: b ',
    '1:00 ',
    '1:00 A. ',
    '(1:00',
    '[1:00] ',
    '1:00 - ',
    '- 1:00 a\n',
    '45s ',
    '1h',
    'A: ',
    'Start: 1:00\n',
  ],
  ...[
    'GET /a ',
    'GET ',
    'GET :::',
    'POST https://a.b/',
    'Main idea: ',
    '[Main idea] ',
    '- Podcast\n',
    'a- B',
    '•',
    '"',
    "'",
  ],
  ...[
    '{',
    ',',
    'a',
    '0',
    'é',
    '\u2028',
    '👩🏽‍🔬',
    '\uD800',
    '\\',
    '\\*',
    '…',
    'Aa',
    '### A\n',
    '=\n',
    'b\n',
    '\n\n',
    '\n  ',
  ],
]
const beginnings = [
  ...['# T\n\n', '# T\n\n## Chapters\n\n', 'Episode\nT\nChapters\n1:00 A: b. ', '# T\n\n## Actions\n\n'],
  ...[
    '# T\n\n## Highlights\n\n- ',
    '# T\n\n## Topics\n\n',
    '---\ntitle: T\ntopics: [',
    '---\ntitle: T\nchapters:\n',
  ],
  ...['<!doctype html><main><h1>T</h1><h2>Chapters</h2>', ''],
]

/** What once took quadratic time. */
const onceSlow: [beginning: string, part: string][] = [
  ...[
    '=\n',
    'a\n---\n',
    '- a\n\nb\n\n',
    '> a\nb\n\n',
    '- a\n  - b\n',
    '_a__ ',
    '[a](',
    '> ',
    '- ',
    '`a``b',
  ].map((part): [string, string] => ['# T\n\n## Chapters\n\n', part]),
  ['# T\n\n## Highlights\n\n- ', 'a b\n'],
  ['---\ntitle: T\ntopics: [', '"\\'],
]

/** Many times what one takes. By the processor's time, since by the clock a busy machine is slow as well. */
const enoughMs = 20_000

/** Where the time grew with the square of the length, that would not be enough. */
function readLongPage(beginning: string, part: string): void {
  const isFrontMatter = beginning.startsWith('---')
  // Longer front matter is not taken for any.
  const repeats = Math.ceil((isFrontMatter ? 48_000 : 64_000) / part.length)
  const text = beginning + part.repeat(repeats) + (isFrontMatter ? '\n---\n# T\n' : '')
  const before = process.cpuUsage()
  episodeSchema.parse(readEpisodePage({ text, identity, address }).episode)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(enoughMs)
}

test.each(onceSlow)('a long page after %j of nothing but %j comes to an end', readLongPage, 120_000)

test(`so does one of anything over and over (seed ${seed})`, () => {
  const part = fc
    .array(fc.constantFrom(...repeated), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), part, readLongPage),
    // A smaller example of what is slow is no better one, and each try takes its time.
    { seed, numRuns: Math.ceil(numRuns / 8), endOnFailure: true },
  )
}, 120_000)
