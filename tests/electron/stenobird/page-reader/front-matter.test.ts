import { describe, expect, test } from 'vitest'
import { readEpisodePage } from '../../../../electron/stenobird/page-reader/read-episode-page.ts'

const identity = { podcastSlug: 'show', slug: 'one' }

function read(front: string, rest = '# T\n') {
  const text = `---\n${front}\n---\n${rest}`
  return readEpisodePage({ text, format: 'markdown', identity, address: 'https://example.org/' }).episode
}

describe('fields in front matter', () => {
  test('are read from every way YAML writes text', () => {
    const front = [
      'podcast: "The \\"Show\\"" # a remark',
      "processing_state: 'queued'",
      'published: 2026-03-04',
      'duration: 45:40',
      'canonical_url: https://example.org/one?x=1#part',
      'summary: >-',
      '  Two lines',
      '  as one.',
    ].join('\n')
    expect(read(front)).toMatchObject({
      podcastTitle: 'The "Show"',
      processingState: 'queued',
      publishedAt: '2026-03-04T00:00:00.000Z',
      durationSeconds: 2740,
      canonicalUrl: 'https://example.org/one?x=1#part',
      summary: 'Two lines as one.',
      warnings: [],
    })
  })

  test('may be nested or in braces', () => {
    const front =
      'podcast: {slug: show, title: The Show}\nepisode:\n  title: The one\nprocessing: {state: queued}'
    expect(read(front, 'Words.\n')).toMatchObject({
      title: 'The one',
      podcastTitle: 'The Show',
      processingState: 'queued',
    })
  })

  test('that say nothing are nothing', () => {
    expect(read('podcast: null\ncanonical_url: ~\nsummary:\nduration: 90')).toMatchObject({
      podcastTitle: '',
      canonicalUrl: null,
      summary: '',
      warnings: [],
    })
  })

  test.each([
    ['a colon', 'Queues: why they never drain: a history'],
    ['a star at its beginning', '*Why* we sleep'],
    ['an at sign at its beginning', '@home with the maintainers'],
    ['an exclamation mark at its beginning', '!important and what it costs'],
    ['a bracket at its beginning', '[Bonus] The one that got away'],
    ['a quotation at its beginning', '"Less" is more: a talk'],
    ['an apostrophe', "It's ours: don't drop it"],
    ['a percent sign at its beginning', '%s and other strings'],
    ['a backtick at its beginning', '`rm -rf` and friends'],
    ['a question mark at its beginning', '? is not a name'],
    ['a bar at its beginning', '| pipes'],
  ])('are text also with %s, which YAML would not have', (_what, title) => {
    const page = read(`title: ${title}\npodcast: The Show\nduration: 90`, 'Words.\n')
    expect(page).toMatchObject({ title, podcastTitle: 'The Show', durationSeconds: 90 })
  })

  test('survive a line that is none', () => {
    expect(read('podcast: The Show\nnot an entry\nduration: 90')).toMatchObject({
      podcastTitle: 'The Show',
      durationSeconds: 90,
    })
  })

  test('are read from TOML', () => {
    const text =
      '+++\ntitle = "The one"\nduration = 90\ntopics = ["A, B", "C"]\n[extra]\ntitle = "Other"\n+++\nWords.\n'
    const { episode } = readEpisodePage({
      text,
      format: 'markdown',
      identity,
      address: 'https://example.org/',
    })
    expect(episode).toMatchObject({ title: 'The one', durationSeconds: 90, topics: ['A, B', 'C'] })
  })
})

describe('lists in front matter', () => {
  const chapters = [
    { startSeconds: 60, title: 'One', description: 'Why: a reason.' },
    { startSeconds: 36_150, title: 'AI: Friend or Foe', description: 'How it is used.' },
  ]
  test.each([
    [
      'as maps',
      'chapters:\n  - start: 1:00\n    title: One\n    description: "Why: a reason."\n  - {start_seconds: 36150, title: "AI: Friend or Foe", description: How it is used.}',
    ],
    [
      'as maps whose values YAML would not have',
      'chapters:\n- start: 1:00\n  title: One\n  description: Why: a reason.\n- start: 10:02:30\n  title: AI: Friend or Foe\n  description: How it is used.',
    ],
    [
      'as words',
      'chapters:\n  - "1:00 One: Why: a reason."\n  - "10:02:30 AI: Friend or Foe: How it is used."',
    ],
    [
      'as words that were not quoted',
      'chapters:\n  - 1:00 One: Why: a reason.\n  - 10:02:30 AI: Friend or Foe: How it is used.',
    ],
    [
      'as a map by time',
      'chapters:\n  "1:00": {title: One, description: "Why: a reason."}\n  "10:02:30": {title: "AI: Friend or Foe", description: How it is used.}',
    ],
  ])('hold chapters %s', (_how, front) => {
    expect(read(front)).toMatchObject({ chapters, warnings: [] })
  })

  const highlights = [
    { kind: 'main-idea', text: 'Small: beautiful.' },
    { kind: 'failure-mode', text: 'Too late.' },
    { kind: 'other', label: 'Open question', text: 'Why?' },
  ]
  test.each([
    [
      'as maps',
      'highlights:\n- kind: main-idea\n  text: "Small: beautiful."\n- {kind: failure_mode, text: Too late.}\n- {kind: open_question, text: "Why?"}',
    ],
    [
      'as quoted words',
      'highlights:\n- "Main idea: Small: beautiful."\n- "Failure mode: Too late."\n- "Open question: Why?"',
    ],
    [
      'as words',
      'highlights:\n- Main idea: Small: beautiful.\n- Failure mode: Too late.\n- Open question: Why?',
    ],
    [
      'by kind',
      'highlights:\n  main_idea: ["Small: beautiful."]\n  failure_mode:\n    - Too late.\n  open_question: Why?',
    ],
  ])('hold highlights %s', (_how, front) => {
    expect(read(front).highlights).toEqual(highlights)
  })

  test('hold topics', () => {
    for (const front of [
      'topics: [A, "B, C"]',
      'topics:\n- A\n- B, C',
      'topics:\n- name: A\n- name: "B, C"',
      'tags:\n  - {slug: a, name: A}\n  - {slug: b-c, name: "B, C"}',
    ])
      expect(read(front).topics, front).toEqual(['A', 'B, C'])
  })
})

test('aliases that stand for more than memory holds are not followed', () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}]`,
  )
  const page = read(`a0: &a0 x\n${levels.join('\n')}\npodcast: The Show\ntopics: *a30`)
  expect(page).toMatchObject({ podcastTitle: 'The Show', topics: [] })
})

test('tags make nothing of text but text', () => {
  expect(read('podcast: !!binary U2hvdw==\nduration: !!js/function 90')).toMatchObject({
    podcastTitle: '!!binary U2hvdw==',
  })
})
