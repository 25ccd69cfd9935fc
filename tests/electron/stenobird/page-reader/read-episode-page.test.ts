import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PageFormat } from '../../../../electron/stenobird/page-reader/page-format.ts'
import { readEpisodePage } from '../../../../electron/stenobird/page-reader/read-episode-page.ts'
import { episodeSchema } from '../../../../shared/models/episode.ts'

const specimen = readFileSync(join(import.meta.dirname, '../../../fixtures/episode-page.txt'), 'utf8')

function read(text: string, format?: PageFormat) {
  const reading = readEpisodePage({
    text,
    ...(format === undefined ? {} : { format }),
    identity: { podcastSlug: 'show', slug: 'one' },
    address: 'https://stenobird.com/podcast/show/one.md',
  })
  episodeSchema.parse(reading.episode)
  return reading
}

describe('the one page that was seen', () => {
  const { episode, understood } = read(specimen)

  test('is understood, without a warning', () => {
    expect(understood).toBe(true)
    expect(episode.warnings).toEqual([])
  })

  test('gives its fields', () => {
    expect(episode).toMatchObject({
      title: 'NS041: Why Queues Never Drain',
      podcastTitle: 'Night Shift',
      publishedAt: '2026-02-09T00:00:00.000Z',
      durationSeconds: 2485,
      processingState: 'processed',
      canonicalUrl: 'https://night-shift.example/episodes/ns041-why-queues-never-drain/',
      audio: null,
    })
    expect(episode.summary).toMatch(/^A queue that grows .* nobody wanted to take\.$/)
  })

  test('gives its lists', () => {
    expect(episode.topics).toHaveLength(5)
    expect(episode.highlights.map((highlight) => highlight.kind)).toEqual([
      'main-idea',
      'practical-takeaway',
      'failure-mode',
      'main-idea',
      'practical-takeaway',
    ])
    expect(episode.actions.map(({ method, description }) => [method, description])).toEqual([
      ['POST', 'Idempotently request low-priority transcript generation for this episode.'],
      ['GET', 'Read the agent-friendly Markdown representation of this episode resource.'],
    ])
  })

  test('gives its chapters, which run together', () => {
    expect(episode.chapters.map((chapter) => chapter.startSeconds)).toEqual([45, 370, 875, 1265, 1790, 2180])
    expect(episode.chapters[3]).toEqual({
      startSeconds: 1265,
      title: 'The Slowest Step',
      description: "Finding the single signature 'everything waits for' and asking whether it is needed.",
    })
  })
})

describe('fields', () => {
  test.each([
    [
      'items with bold labels',
      '# T\n\n- **Podcast:** The Show\n- **Duration seconds:** 90\n- **State**: queued\n',
    ],
    ['items with the colon outside', '# T\n\n* *Podcast*: The Show\n* Duration: 1:30\n* Status: queued\n'],
    [
      'items that alternate',
      '# T\n\n- Podcast\n- The Show\n- Length\n- PT1M30S\n- Processing state\n- queued\n',
    ],
    [
      'a table of two columns',
      '# T\n\n| Field | Value |\n|---|---|\n| Podcast | The Show |\n| Duration | 90 |\n| State | queued |\n',
    ],
    [
      'a table with the labels on top',
      '# T\n\n| Podcast | Duration | State |\n| :-- | --: | --- |\n| The Show | 90 | queued |\n',
    ],
    ['a table without outer bars', '# T\n\nPodcast | The Show\n--- | ---\nDuration | 90\nState | queued\n'],
    ['front matter', '---\npodcast: "The Show"\nduration_seconds: 90\nprocessing_state: queued\n---\n# T\n'],
    ['a definition list', '# T\n\nPodcast\n: The Show\n\nDuration\n: 90 seconds\n\nState\n: queued\n'],
    ['lines of one paragraph', '# T\n\nPodcast: The Show\nDuration: 1 min 30 s\nState: queued\n'],
    ['bold labels without a colon', '# T\n\n**Podcast** The Show\n\n**Duration** 90\n\n**State** queued\n'],
    [
      'a section of their own at the end',
      '# T\n\n## Topics\n\n- A\n\n## Details\n\nPodcast: The Show\n\nDuration: 90\n\nState: queued\n',
    ],
    [
      'HTML in a definition list',
      '<h1>T</h1><dl><dt>Podcast</dt><dd>The Show</dd><dt>Duration</dt><dd>90</dd><dt>State</dt><dd>queued</dd></dl>',
    ],
    [
      'HTML in a table',
      '<h1>T</h1><table><tr><th>Podcast</th><td>The Show</td></tr><tr><th>Duration</th><td>90</td></tr><tr><th>State</th><td>queued</td></tr></table>',
    ],
    [
      'HTML inside Markdown',
      '# T\n\n<table><tr><td>Podcast</td><td>The Show</td></tr><tr><td>Duration</td><td>90</td></tr><tr><td>State</td><td>queued</td></tr></table>\n',
    ],
    ['plain text', 'Episode\nT\n- Podcast\n- The Show\n- Duration\n- 1:30\n- State\nqueued\nTopics\n- A\n'],
  ])('are read from %s', (_layout, text) => {
    expect(read(text).episode).toMatchObject({
      title: 'T',
      podcastTitle: 'The Show',
      durationSeconds: 90,
      processingState: 'queued',
    })
  })

  test('take the address of a link rather than its words', () => {
    const { episode } = read('# T\n\n- **Canonical source:** [the page](https://example.org/a_b)\n')
    expect(episode.canonicalUrl).toBe('https://example.org/a_b')
  })

  test('that cannot be read leave a warning with the reason', () => {
    const { episode } = read(
      '# T\n\n- Published: the day after tomorrow\n- Duration: long\n- Source: ftp://x/\n',
    )
    expect(episode).toMatchObject({ publishedAt: null, durationSeconds: null, canonicalUrl: null })
    expect(episode.warnings.map((warning) => warning.where)).toEqual([
      'published',
      'duration',
      'canonical source',
    ])
  })
})

describe('sections', () => {
  test('are found in any order, under any kind of heading', () => {
    const { episode } = read(
      'T\n=\n\n**Chapters**\n\n1. 0:00 Start\n\nTopics:\n\n* A\n* B\n\nSummary\n-------\n\nWords\nover lines.\n\nMore words.\n\n#### Highlights (1)\n\n+ Main idea: yes\n',
    )
    expect(episode).toMatchObject({
      title: 'T',
      topics: ['A', 'B'],
      summary: 'Words over lines.\n\nMore words.',
      highlights: [{ kind: 'main-idea', text: 'yes' }],
      chapters: [{ startSeconds: 0, title: 'Start', description: '' }],
    })
  })

  test('end where another heading of their level begins', () => {
    const { episode } = read('# T\n\n## Topics\n\n- A\n\n## Related\n\n- Something else\n')
    expect(episode.topics).toEqual(['A'])
  })

  test.each([
    ['# T\n\n## Topics\n\nDevOps, Cloud; Risk\n'],
    ['# T\n\n- Topics: DevOps, Cloud, Risk\n'],
    ['# T\n\n## Topics\n\n- DevOps\n- Cloud\n- devops\n- Risk\n'],
    ['---\ntopics: [DevOps, Cloud, Risk]\n---\n# T\n'],
    ['---\ntopics:\n  - DevOps\n  - Cloud\n  - "Risk"\n---\n# T\n'],
    ['# T\n\n## Tags\n\n#DevOps\n#Cloud\n#Risk\n'],
    ['Episode\nT\nTopics\n- DevOps- Cloud- Risk\n'],
  ])('topics: %j', (text) => {
    expect(read(text).episode.topics).toEqual(['DevOps', 'Cloud', 'Risk'])
  })

  test.each([
    ['known kinds', '- Main idea: x', { kind: 'main-idea', text: 'x' }],
    ['bold kinds', '- **Failure mode:** x', { kind: 'failure-mode', text: 'x' }],
    ['bold kinds without a colon', '- **Failure mode** x', { kind: 'failure-mode', text: 'x' }],
    ['unknown kinds', '- Open question: x', { kind: 'other', text: 'x', label: 'Open question' }],
    ['no kind', '- just words', { kind: 'other', text: 'just words' }],
    [
      'a colon that is no kind',
      '- what matters is this: x',
      { kind: 'other', text: 'what matters is this: x' },
    ],
    ['a time', '- [1:05] Main idea: x', { kind: 'main-idea', text: 'x', startSeconds: 65 }],
    ['a heading for each kind', '### Practical takeaways\n\n- x', { kind: 'practical-takeaway', text: 'x' }],
    ['rows', '| Kind | Text |\n|---|---|\n| Main idea | x |', { kind: 'main-idea', text: 'x' }],
  ])('highlights with %s', (_what, text, highlight) => {
    expect(read(`# T\n\n## Highlights\n\n${text}\n`).episode.highlights).toEqual([highlight])
  })

  test('actions in code fences, items and tables', () => {
    const url = 'https://stenobird.com/v1/x'
    for (const text of [
      `\`\`\`\nPOST ${url}\n\`\`\`\n\nAsk for it.`,
      `- \`POST ${url}\`: Ask for it.`,
      `- **POST** <${url}> - Ask for it.`,
      `| Method | Address | What |\n|---|---|---|\n| POST | ${url} | Ask for it. |`,
      '- POST `/v1/x` Ask for it.',
    ]) {
      expect(read(`# T\n\n## Actions\n\n${text}\n`).episode.actions, text).toEqual([
        { method: 'POST', url, description: 'Ask for it.' },
      ])
    }
  })
})

describe('chapters', () => {
  const expected = [
    { startSeconds: 60, title: 'One: A', description: 'What it is.' },
    { startSeconds: 36_605, title: 'Two', description: '' },
  ]

  test.each([
    ['items', '- 1:00 **One: A**: What it is.\n- 10:10:05 **Two**'],
    ['items with the time in brackets', '- [1:00] **One: A** – What it is.\n- (10:10:05) Two'],
    ['items with the time in bold', '- **1:00** **One: A**: What it is.\n- **10:10:05** Two'],
    ['items with time and title in bold', '- **1:00 One: A** - What it is.\n- **10:10:05 Two**'],
    ['numbered items', '1. 1:00 - **One: A**: What it is.\n2. 10:10:05 - Two'],
    ['items with a paragraph below', '- 1:00 **One: A**\n\n  What it is.\n\n- 10:10:05 Two'],
    [
      'rows',
      '| Start | Title | Description |\n|---|---|---|\n| 1:00 | One: A | What it is. |\n| 10:10:05 | Two | |',
    ],
    [
      'rows in seconds',
      '| Title | Seconds | About |\n|---|---|---|\n| One: A | 60 | What it is. |\n| Two | 36605 | |',
    ],
    ['headings', '### 1:00 One: A\n\nWhat it is.\n\n### 10:10:05 Two'],
    ['linked titles', '- 1:00 [One: A](https://x.org/?t=60): What it is.\n- 10:10:05 [Two](https://x.org/)'],
    ['lines', '1:00 **One: A**: What it is.\n10:10:05 Two'],
    ['out of order', '- 10:10:05 Two\n- 1:00 **One: A**: What it is.'],
    [
      'HTML items',
      '<ul><li><time>1:00</time> <strong>One: A</strong> <p>What it is.</p></li><li>10:10:05 Two</li></ul>',
    ],
    [
      'HTML definitions',
      '<dl><dt>1:00</dt><dd><b>One: A</b>: What it is.</dd><dt>10:10:05</dt><dd>Two</dd></dl>',
    ],
  ])('are read from %s', (_layout, text) => {
    expect(read(`# T\n\n## Chapters\n\n${text}\n`).episode.chapters).toEqual(expected)
  })

  test.each([
    ['AI: Friend or Foe: How it is used.', 'AI: Friend or Foe', 'How it is used.'],
    ['Networks: A short history: Rome.', 'Networks', 'A short history: Rome.'],
    ['Tools: three of them: a, b.', 'Tools', 'three of them: a, b.'],
    ['Ratio 3:1 explained: Why.', 'Ratio 3:1 explained', 'Why.'],
    ['Part Two: Sleep and Memory:', 'Part Two: Sleep and Memory', ''],
    ['Introduction: Welcome', 'Introduction', 'Welcome'],
    ['No description', 'No description', ''],
  ])('end their title at the right colon of %j', (text, title, description) => {
    expect(read(`Episode\nT\nChapters\n1:00${text}`).episode.chapters).toEqual([
      { startSeconds: 60, title, description },
    ])
  })

  test('that run together are told from times in their descriptions', () => {
    const { episode } = read(
      'Episode\nT\nChapters\n0:30Start: At 7:55 it broke, and at 8:10pm (or 9:00) again since 20261:02:03The End: Done 2:00.',
    )
    expect(episode.chapters).toEqual([
      {
        startSeconds: 30,
        title: 'Start',
        description: 'At 7:55 it broke, and at 8:10pm (or 9:00) again since 2026',
      },
      { startSeconds: 3723, title: 'The End', description: 'Done 2:00.' },
    ])
  })

  test('without a time leave a warning', () => {
    const { episode } = read('# T\n\n## Chapters\n\n- 1:00 One\n- Somewhere in the middle\n')
    expect(episode.chapters).toHaveLength(1)
    expect(episode.warnings).toEqual([
      { where: 'chapters', reason: expect.stringContaining('Somewhere in the middle') },
    ])
  })
})

describe('what is no episode page', () => {
  test.each([
    '',
    '<!doctype html><title>Error</title><h1>Something went wrong</h1><p>Try again.</p>',
    '<!doctype html><div id="root"></div><script>start()</script>',
    '{"error": "not found"}',
    '# Welcome\n\nSome words.\n',
  ])('is not understood: %j', (text) => {
    expect(read(text).understood).toBe(false)
  })
})

test('cuts what is longer than anything real, and says so', () => {
  const { episode } = read(`# ${'x'.repeat(3000)}\n\n## Summary\n\n${'y '.repeat(30_000)}\n`)
  expect(episode.title).toHaveLength(2000)
  expect(episode.summary).toHaveLength(50_000)
  expect(episode.warnings.map((warning) => warning.where)).toEqual(['title', 'summary'])
})

test('reads HTML that comes where Markdown was promised', () => {
  const { episode } = read('<!doctype html><h1>T</h1><h2>Topics</h2><ul><li>A</ul>', 'markdown')
  expect(episode).toMatchObject({ title: 'T', topics: ['A'] })
})
