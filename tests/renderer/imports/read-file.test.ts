import { expect, test } from 'vitest'
import type { FileReading, ForeignNote } from '../../../renderer/imports/reading/foreign-note.ts'
import { readFile } from '../../../renderer/imports/reading/read-file.ts'
import { fixtureFile, textFile } from './given-files.ts'

async function notesIn(file: File): Promise<ForeignNote[]> {
  const reading = await readFile(file)
  if (reading.kind === 'refused') throw new Error(reading.reason)
  return reading.notes
}

test('Readwise’s own export tells what is of a podcast by the kind of its location', async () => {
  const [steep, kettle, map, ...others] = await notesIn(fixtureFile('readwise-export.csv'))
  expect(others).toEqual([])
  expect(steep).toMatchObject({
    episode: { title: 'On Steeping', podcastTitle: 'Tea and Talk' },
    startSeconds: 187,
    quote: 'Steep green tea below boiling: "eighty degrees" is plenty.',
    body: 'Try this at home, with a thermometer.',
    tags: ['brewing', 'home lab'],
    createdAt: '2026-02-03T18:04:11.000Z',
    isOfPodcast: true,
  })
  expect(kettle).toMatchObject({
    quote: 'Keep one kettle for water\nand nothing else.',
    starred: true,
    tags: [],
  })
  expect(map).toMatchObject({ isOfPodcast: false, startSeconds: null })
})

test('the table that Readwise takes in has tags before its notes, and guards against spreadsheets', async () => {
  const reading = await readFile(fixtureFile('readwise-import.csv'))
  expect(reading).toMatchObject({ kind: 'notes', leftOut: [{ count: 1 }] })
  const [leaves, sum] = await notesIn(fixtureFile('readwise-import.csv'))
  expect(leaves).toMatchObject({
    body: 'A thin cup cools faster.',
    tags: ['porcelain'],
    starred: true,
    startSeconds: 75,
    episode: { addresses: ['https://tea.example/on-cups?utm_source=share'] },
  })
  expect(sum?.quote).toBe('=SUM of all sips')
})

test('a table with semicolons is one too, and a time may be a clock’s', async () => {
  expect(await notesIn(fixtureFile('readwise-semicolons.csv'))).toMatchObject([
    { startSeconds: 65, quote: 'Café au lait, später mehr', episode: { title: 'Über Tassen' } },
  ])
})

test('a file of Snipd’s has a note for each snip, with its stretch, its words and its marks', async () => {
  const [bitter, water, ...others] = await notesIn(fixtureFile('snipd-episode.md'))
  expect(others).toEqual([])
  expect(bitter).toMatchObject({
    episode: {
      title: 'On Steeping: how long is too long?',
      podcastTitle: 'Tea and Talk',
      publishedOn: '2026-01-26',
      durationSeconds: 42 * 60,
    },
    startSeconds: 192,
    endSeconds: 318,
    starred: true,
    tags: ['brewing', 'chemistry'],
    quote: 'The leaf tells you when to stop.\nYou only have to taste it.\n— Ion Petrescu',
    createdAt: '2026-01-28T00:00:00.000Z',
  })
  expect(bitter?.body).toBe(
    '**Bitterness comes last**\n\n- Sweetness leaves the leaf first, bitterness last.\n- So a short steep is a *choice*, not a mistake.',
  )
  expect(water).toMatchObject({
    startSeconds: 3723,
    endSeconds: 3780,
    body: '**Water first**\n\nMy own words: soft water, always.',
    quote: '',
    starred: false,
  })
})

test('a snip without a quote has its transcript for one, also in Snipd’s older template', async () => {
  expect(await notesIn(fixtureFile('snipd-older.md'))).toMatchObject([
    { quote: '**Mara**: A thin wall lets the heat go.', startSeconds: 45, endSeconds: 90 },
  ])
})

test('one file of all episodes is read without properties, and a snip in it is the same as in a file of its own', async () => {
  const [cup, map] = await notesIn(fixtureFile('snipd-all-in-one.md'))
  expect(cup).toMatchObject({ episode: { title: 'On Cups', podcastTitle: 'Tea and Talk' }, startSeconds: 45 })
  expect(map).toMatchObject({
    episode: { title: 'A night of maps', podcastTitle: 'The Cartographers' },
    startSeconds: 747,
    endSeconds: 852,
    body: '**North is a habit**\n\nMaps once had east on top.',
  })
  const [same] = await notesIn(fixtureFile('snipd-older.md'))
  expect(cup?.key).toBe(same?.key)
})

test('a note of PodNotes’ begins with a time, and goes on until the next one', async () => {
  const [steep, kettle, last, ...others] = await notesIn(fixtureFile('podnotes-default.md'))
  expect(others).toEqual([])
  expect(steep).toMatchObject({
    episode: {
      title: 'On Steeping',
      podcastTitle: 'Tea and Talk',
      addresses: ['https://tea.example/on-steeping'],
      feedUrl: 'https://tea.example/feed.xml',
      publishedOn: '2026-01-26',
    },
    startSeconds: 187,
    body: 'Steep below boiling.\n- eighty degrees: no more',
    tags: ['tea/green'],
  })
  expect(kettle).toMatchObject({
    startSeconds: 402,
    body: 'One kettle for water only.\n\nAnd this thought came a moment later.',
  })
  expect(last).toMatchObject({ startSeconds: 3723, body: '' })
})

test('links of PodNotes’ name their episode themselves, with the end of a stretch', async () => {
  expect(await notesIn(fixtureFile('podnotes-links.md'))).toMatchObject([
    {
      startSeconds: 747.3,
      episode: { title: 'A night of maps' },
      body: 'East on top: look up the old charts.',
    },
    { startSeconds: 1200, endSeconds: 1210, episode: { title: 'A night of maps' } },
    { startSeconds: 45, episode: { title: 'On Cups', feedUrl: 'https://tea.example/feed.xml' } },
  ])
})

const table = 'Highlight,Title\r\nCafé,Über\r\n'
const utf16 = (text: string, isBig: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, !isBig)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), !isBig)
  return bytes
}
const latin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['UTF-8', new TextEncoder().encode(table), null],
  ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${table}`), null],
  ['UTF-16, little end first', utf16(table, false), null],
  ['UTF-16, big end first', utf16(table, true), null],
  ['Windows-1252', latin1(table), /Windows-1252/],
] as const)('a table in %s is read', async (_name, bytes, remark) => {
  const reading = await readFile(textFile('mine.csv', bytes))
  expect(reading).toMatchObject({ kind: 'notes', notes: [{ quote: 'Café', episode: { title: 'Über' } }] })
  if (remark === null) expect(reading).toMatchObject({ remark: null })
  else expect((reading as Extract<FileReading, { kind: 'notes' }>).remark).toMatch(remark)
})

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xfe, 0, 1])

test.each([
  ['a picture that is called a table', textFile('mine.csv', png), /no text file/],
  [
    'UTF-16 without its mark',
    textFile('mine.csv', utf16('Highlight,Title\r\na,b', false).slice(2)),
    /no text file/,
  ],
  ['another table', textFile('mine.csv', 'Date,Amount\n2026-01-01,3\n'), /columns Highlight and Title/],
  [
    'a quotation mark that stands alone',
    textFile('mine.csv', 'Highlight,Title\n"a"b,c\n'),
    /quotation mark stands alone/,
  ],
  [
    'one that never ends',
    textFile('mine.csv', `Highlight,Title\n"${'a'.repeat(9_000_000)}`),
    /quotation mark stands alone/,
  ],
  [
    'a note of no program',
    textFile('mine.md', '# My day\n\nIt was fine.\n'),
    /neither of Snipd nor of PodNotes/,
  ],
  [
    'what Earmark wrote',
    textFile('mine.md', '---\nearmark: "earmark://episode/a/b"\n---\n# A\n'),
    /Earmark wrote it/,
  ],
  [
    'Markdown that is tangled',
    textFile('mine.md', `https://share.snipd.com/snip/a\n\n${'a\n=\n'.repeat(2000)}`),
    /tangled/,
  ],
  ['quotes in quotes', textFile('mine.md', `${'> '.repeat(500)}obsidian://podnotes?`), /tangled/],
  ['another kind of file', textFile('mine.pdf', '%PDF'), /Only exports/],
] as const)('is refused with a sentence: %s', async (_name, file, reason) => {
  const reading = await readFile(file)
  expect(reading).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) })
})

test('a file that is too large is not even opened', async () => {
  const asked = { name: 'mine.csv', size: 60_000_000, arrayBuffer: () => Promise.reject(new Error('opened')) }
  expect(await readFile(asked)).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/larger than 50 MB/),
  })
})

test('properties that would grow beyond the memory say nothing', async () => {
  const bomb = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
    .split('')
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefgh'[index] ?? 'a'}`)
          .join(', ')}]`,
    )
    .join('\n')}\nfrom_snipd: true\n---\n# T\n\n### [S](https://share.snipd.com/snip/a)\n\n🎧 00:01 - 00:02\n`
  expect(await notesIn(textFile('mine.md', bomb))).toMatchObject([
    { startSeconds: 1, episode: { title: 'T' } },
  ])
})
