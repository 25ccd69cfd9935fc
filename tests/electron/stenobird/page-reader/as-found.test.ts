import { describe, expect, test } from 'vitest'
import { readEpisodePage } from '../../../../electron/stenobird/page-reader/read-episode-page.ts'

const identity = { podcastSlug: 'show', slug: 'one' }
const read = (text: string) =>
  readEpisodePage({ text, identity, address: 'https://stenobird.com/podcast/show/one.md' }).episode

describe('a page that says over its title what it is', () => {
  const fields = '<ul><li>Podcast</li><li>The Show</li><li>Duration seconds</li><li>90</li></ul>'
  test.each(['Episode', 'Podcast episode', 'Podcast', 'Title'])(
    'has its fields all the same: %s',
    (kicker) => {
      const page = read(`<main><p>${kicker}</p><h1>Why: a title</h1>${fields}</main>`)
      expect(page).toMatchObject({ title: 'Why: a title', podcastTitle: 'The Show', durationSeconds: 90 })
    },
  )
})

test.each([
  'Podcast: The Show | Published: Mar 4, 2026 | Duration: 45:40',
  '*Podcast*: The Show · *Published*: Mar 4, 2026 · *Duration*: 45 min 40 s',
  'Podcast name: The Show; Published at: 2026-03-04; Duration (s): 2740',
  '**Podcast:** The Show, **Published:** Mar 4, 2026, **Duration:** 45:40',
  '- Show: The Show\n- Air date: Mar 4, 2026\n- Running time: 45:40',
])('fields are told apart in %j', (text) => {
  expect(read(`# T\n\n${text}\n\n## Topics\n\n- A\n`)).toMatchObject({
    podcastTitle: 'The Show',
    publishedAt: '2026-03-04T00:00:00.000Z',
    durationSeconds: 2740,
  })
})

test('a page of nothing but bold lines and lists has a title and sections', () => {
  const page = read(
    '**Why: a title**\n\n**Podcast:** The Show  \n**Duration:** 45:40\n\n**Chapters**\n\n- 1:00 One: what it is.\n',
  )
  expect(page).toMatchObject({
    title: 'Why: a title',
    podcastTitle: 'The Show',
    durationSeconds: 2740,
    chapters: [{ startSeconds: 60, title: 'One', description: 'what it is.' }],
    warnings: [],
  })
})

describe('highlights', () => {
  test.each([
    ['main_idea: The words', 'main-idea', 'The words'],
    ['✨ Main idea: The words', 'main-idea', 'The words'],
    ['**✨ Practical takeaway:** The words', 'practical-takeaway', 'The words'],
    ['"Failure mode": The words', 'failure-mode', 'The words'],
  ])('have their kind in %j', (line, kind, text) => {
    expect(read(`# T\n\n## Highlights\n\n- ${line}\n`).highlights).toEqual([{ kind, text }])
  })

  test('have their time behind their kind as well', () => {
    expect(read('# T\n\n## Highlights\n\n- Main idea (12:30): The words\n').highlights).toEqual([
      { kind: 'main-idea', text: 'The words', startSeconds: 750 },
    ])
  })

  test('keep the kinds that only bold letters tell in a definition list', () => {
    expect(read('# T\n\nHighlights\n: Main idea: x\n: **Failure mode** y\n').highlights).toEqual([
      { kind: 'main-idea', text: 'x' },
      { kind: 'failure-mode', text: 'y' },
    ])
  })
})

test('an action has the address of its link, whatever the link says', () => {
  const page = read(
    '# T\n\n## Actions\n\n- `POST https://stenobird.com/v1/ask`: Ask.\n- GET [Markdown](https://stenobird.com/podcast/show/one.md) Read [more](/help) of it.\n',
  )
  expect(page.actions).toEqual([
    { method: 'POST', url: 'https://stenobird.com/v1/ask', description: 'Ask.' },
    { method: 'GET', url: 'https://stenobird.com/podcast/show/one.md', description: 'Read more of it.' },
  ])
})

describe('chapters', () => {
  const chapters = (text: string, heading = '# T\n\n## Chapters\n\n') => read(`${heading}${text}\n`).chapters
  const one = (title: string, description: string, startSeconds = 60) => ({
    startSeconds,
    title,
    description,
  })

  test.each([
    ['"Less: more": what it means.', '"Less: more"', 'what it means.'],
    ['“Sleep: a love story”: told by two.', '“Sleep: a love story”', 'told by two.'],
    ['One – what it is and why it matters.', 'One', 'what it is and why it matters.'],
    ['Part 2 – The Return', 'Part 2 – The Return', ''],
    ['One | what it is.', 'One', 'what it is.'],
    ['→ One → what it is.', 'One', 'what it is.'],
    ['**One: a history** what it is: this.', 'One: a history', 'what it is: this.'],
  ])('part %j', (text, title, description) => {
    expect(chapters(`- 1:00 ${text}`)).toEqual([one(title, description)])
  })

  test('that boxes part which stand side by side', () => {
    const html =
      '<h1>T</h1><h2>Chapters</h2><div><span>1:00</span><span>One: a history</span><span>What it is.</span><span>11:02:30</span><span>Two</span><span>Why: this.</span></div>'
    expect(read(html).chapters).toEqual([
      one('One: a history', 'What it is.'),
      one('Two', 'Why: this.', 39_750),
    ])
  })

  test('that run together with where they end', () => {
    expect(
      chapters('1:00 - 7:55One: a.7:55 – 21:20Two: from 9:30 - 10:00 b.', 'Episode\nT\nChapters\n'),
    ).toEqual([one('One', 'a.'), one('Two', 'from 9:30 - 10:00 b.', 475)])
  })

  test('that run together behind a number', () => {
    expect(
      chapters('1:00One: it cost 507:55Two: and then 5021:20Three: so.', 'Episode\nT\nChapters\n'),
    ).toEqual([one('One', 'it cost 50'), one('Two', 'and then 50', 475), one('Three', 'so.', 1280)])
  })
})
