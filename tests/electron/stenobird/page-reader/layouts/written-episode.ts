import fc from 'fast-check'

/** An episode as a page is to tell it. */
export type WrittenEpisode = {
  title: string
  podcastTitle: string
  durationSeconds: number
  /** ISO 8601, at midnight: pages tell days. */
  publishedAt: string
  processingState: string
  canonicalUrl: string
  summary: string
  topics: string[]
  highlights: { kind: string; text: string }[]
  chapters: { startSeconds: number; title: string; description: string }[]
  actions: { method: string; url: string; description: string }[]
}

const word = fc.stringMatching(/^[A-Za-z][a-z]{1,9}$/)
/** What has a meaning in some layout, and none where it stands. */
const hostile = fc.constantFrom(
  ...[
    '*not emphasis*',
    'a_b_c',
    '[x](y)',
    '<b>',
    '3 | 4',
    '`code`',
    '& co.',
    '&amp;',
    '#no',
    '-- --',
    '"quoted"',
  ],
  ...[
    "it's",
    'a/b',
    '\\d+',
    '100%',
    'C++',
    '{json: 1}',
    '$x$',
    '~~no~~',
    '<!-- no',
    ']]>',
    'AT&T',
    '1) one',
    '…',
  ],
  ...['👩🏽‍🔬', 'كيف', '日本語', 'e\u0301', 'ß', '3:1', 'key=value', '50:50', 'n/a', '(7:55)', '@7:55'],
)

/** Words with hostile ones among them, on one line. They begin and end as words do. */
const plainWords = fc
  .tuple(word, fc.array(fc.oneof({ weight: 3, arbitrary: word }, hostile), { maxLength: 5 }), word)
  .map(([first, others, last]) => [first, ...others, last].join(' '))

/** With colons, as titles have them too. */
const withColon = fc.tuple(plainWords, plainWords).map((parts) => parts.join(': '))
const anyWords = fc.oneof({ weight: 3, arbitrary: plainWords }, withColon)

const topic = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '))
const slug = fc.stringMatching(/^[a-z][a-z0-9]{1,8}(?:[-_][a-z0-9]{1,6}){0,3}$/)

function writtenEpisode(wording: { chapterTitle: fc.Arbitrary<string>; description: fc.Arbitrary<string> }) {
  return fc.record<WrittenEpisode>({
    title: anyWords,
    podcastTitle: plainWords,
    durationSeconds: fc.integer({ min: 0, max: 400_000 }),
    publishedAt: fc
      .date({ min: new Date('2005-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 10)}T00:00:00.000Z`),
    processingState: word,
    canonicalUrl: slug.map((name) => `https://publisher.example/e_1/${name}/?a=1&b=2`),
    summary: anyWords,
    topics: fc.uniqueArray(topic, { maxLength: 6, selector: (name) => name.toLowerCase() }),
    highlights: fc.array(
      fc.record({
        kind: fc.constantFrom('Main idea', 'Practical takeaway', 'Failure mode', 'Open question', 'Quote'),
        text: anyWords,
      }),
      { maxLength: 5 },
    ),
    chapters: fc
      .uniqueArray(
        fc.record({
          startSeconds: fc.integer({ min: 0, max: 60_000 }),
          title: wording.chapterTitle,
          description: wording.description,
        }),
        { maxLength: 8, selector: (chapter) => chapter.startSeconds },
      )
      .map((chapters) => chapters.sort((a, b) => a.startSeconds - b.startSeconds)),
    actions: fc.array(
      fc.record({
        method: fc.constantFrom('GET', 'POST', 'DELETE'),
        url: slug.map((name) => `https://stenobird.com/v1/${name}`),
        description: fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => `${list.join(' ')}.`),
      }),
      { maxLength: 3 },
    ),
  })
}

/** Where mark-up or position tell title and description apart. */
export const marked = writtenEpisode({
  chapterTitle: anyWords,
  description: fc.oneof(fc.constant(''), anyWords),
})

const sentence = plainWords.map(
  (text) => `${text.charAt(0).toUpperCase()}${text.slice(1).replaceAll(': ', ' ')}.`,
)
/** "8:10pm" cannot be told from a chapter at 8:10 that is called "pm". */
const titleInWords = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((list) => list.join(' '))
  .filter((title) => !/^[ap]m\b/i.test(title))

/** Where the first colon is all that tells them apart. */
export const unmarked = writtenEpisode({
  chapterTitle: fc.oneof(
    titleInWords,
    titleInWords.map((title) => `${title} 3:1`),
    titleInWords.map((title) => `${title}?`),
  ),
  description: fc.oneof(fc.constant(''), sentence),
})
