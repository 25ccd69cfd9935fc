import 'fake-indexeddb/auto'

import { beforeEach, describe, expect, test } from 'vitest'
import { takeBackImport } from '../../../renderer/archive/tasks/take-back-import.ts'
import { changeAnnotations, deleteAnnotations } from '../../../renderer/db/annotation-edits.ts'
import { database } from '../../../renderer/db/database.ts'
import { tieNotes } from '../../../renderer/imports/tasks/tie-notes.ts'
import { csvLine } from '../../../shared/formats/csv.ts'
import { isElsewhere } from '../../../shared/models/elsewhere.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'
import { fixtureFile, importFiles, planFor, textFile } from './given-files.ts'

beforeEach(freshDatabase)

const steeping = madeEpisode('tea-and-talk', 'on-steeping', {
  title: 'On Steeping',
  podcastTitle: 'Tea and Talk',
  chapters: [
    { startSeconds: 0, title: 'Water', description: '' },
    { startSeconds: 300, title: 'Kettles', description: '' },
  ],
})
const cups = madeEpisode('tea-and-talk', 'cups-2026', {
  title: 'On cups (new title)',
  podcastTitle: 'Tea and Talk',
  canonicalUrl: 'https://www.tea.example/on-cups/',
})

const notes = () => database.annotations.toArray()
const takeBack = async () => valueOrThrow(await takeBackImport({ show: () => undefined }))
const tie = () => tieNotes('https://stenobird.com')

describe('a Readwise table', () => {
  test('finds its episodes by title and podcast, or by address whatever the title, and says so first', async () => {
    await storeMade(steeping)
    await storeMade(cups)
    const plan = await planFor(fixtureFile('readwise-export.csv'), fixtureFile('readwise-import.csv'))
    expect(plan).toMatchObject({
      name: '2 files',
      added: 4,
      same: 0,
      episodes: [
        { id: steeping.id, by: 'title-and-podcast', notes: 2 },
        { id: cups.id, by: 'address', notes: 2 },
      ],
    })
    expect(plan.leftOut).toContainEqual({ reason: 'Highlights of books or articles', count: 1 })
    expect(await notes()).toEqual([])
  })

  test('becomes notes on moments, with the chapter they lie in, what was said above what was thought', async () => {
    await storeMade(steeping)
    expect(await importFiles([fixtureFile('readwise-export.csv')])).toMatchObject({ added: 2 })
    expect(await notes()).toMatchObject([
      {
        episodeId: steeping.id,
        anchor: { kind: 'moment', startSeconds: 187 },
        body: '> Steep green tea below boiling: "eighty degrees" is plenty.\n\nTry this at home, with a thermometer.',
        context: { chapterTitle: 'Water', episodeTitle: 'On Steeping' },
        createdAt: '2026-02-03T18:04:11.000Z',
        origin: { from: 'readwise' },
      },
      { anchor: { startSeconds: 402 }, context: { chapterTitle: 'Kettles' }, starred: true },
    ])
  })

  test('a book is taken where the library knows it as an episode', async () => {
    await storeMade(
      madeEpisode('maps', 'year', { title: 'The Cartographer’s Year', podcastTitle: 'Ada Lindqvist' }),
    )
    const plan = await planFor(fixtureFile('readwise-export.csv'))
    expect(plan.episodes.map(({ id }) => id)).toContain('maps/year')
  })

  test('stands on the highlight or chapter that its words are', async () => {
    const text =
      'Highlight,Title,Author,Note,Location\nSmall changes!,Episode a,The p podcast,Mine,\nWelcome,Episode a,The p podcast,Also mine,0\n'
    await storeMade(madeEpisode('p', 'a'))
    await importFiles([textFile('r.csv', text)])
    const anchors = (await notes()).map(({ anchor, body }) => ({ anchor, body }))
    expect(anchors).toContainEqual({
      anchor: { kind: 'highlight', highlightKind: 'main-idea', quote: 'Small changes.' },
      body: 'Mine',
    })
    expect(anchors).toContainEqual({
      anchor: { kind: 'chapter', startSeconds: 0, title: 'Welcome' },
      body: 'Also mine',
    })
    expect(await database.placements.count()).toBe(0)
  })

  test('words without a time that are no highlight do not wait to be placed', async () => {
    await storeMade(madeEpisode('p', 'a'))
    const text = 'Highlight,Title,Author\nSomething else entirely was said.,Episode a,The p podcast\n'
    await importFiles([textFile('r.csv', text)])
    expect(await notes()).toMatchObject([{ placement: { how: 'left', suggestion: null } }])
  })
})

test('of two episodes of one title it is never guessed, unless the day tells', async () => {
  const [one, other] = ['one', 'other'].map((slug, index) =>
    madeEpisode('tea-and-talk', slug, {
      title: 'On Steeping',
      podcastTitle: 'Tea and Talk',
      publishedAt: `2026-01-2${6 + index}T05:00:00Z`,
    }),
  )
  if (one === undefined || other === undefined) throw new Error('two were made')
  await storeMade(one)
  await storeMade(other)
  expect(await planFor(fixtureFile('readwise-export.csv'))).toMatchObject({ episodes: [{ by: null }] })
  const told = await planFor(fixtureFile('podnotes-default.md'))
  expect(told).toMatchObject({ episodes: [{ id: one.id, by: 'title-and-podcast' }] })
})

test('a title alone is enough only where it tells', async () => {
  const title = 'Introduction'
  await storeMade(madeEpisode('p', 'a', { title }))
  const csv = (name: string) => textFile('r.csv', `Highlight,Title,Author\nWords,${name},Somebody Else\n`)
  expect(await planFor(csv(title))).toMatchObject({ episodes: [{ by: null }] })
  await storeMade(madeEpisode('p', 'b', { title: 'How long is too long for tea' }))
  expect(await planFor(csv('How long is too long – for tea?'))).toMatchObject({
    episodes: [{ id: 'p/b', by: 'title' }],
  })
})

describe('done again', () => {
  test('it does nothing, and nothing to what the person changed or deleted meanwhile', async () => {
    await storeMade(steeping)
    await importFiles([fixtureFile('readwise-export.csv')])
    const [first, second] = await notes()
    if (first === undefined || second === undefined) throw new Error('two were imported')
    await database.annotations.update(first.id, { body: 'Mine now.' })
    await database.annotations.update(second.id, { deletedAt: '2026-12-01T00:00:00.000Z' })
    const before = await notes()
    expect(await planFor(fixtureFile('readwise-export.csv'))).toMatchObject({
      ...{ added: 0, changed: 0, same: 1, deletedHere: 1 },
    })
    await importFiles([fixtureFile('readwise-export.csv')])
    expect(await notes()).toEqual(before)
    await importFiles([fixtureFile('readwise-export.csv')], { bringsBackDeleted: true })
    expect((await notes()).filter(({ deletedAt }) => deletedAt === null)).toHaveLength(2)
  })

  test('a note that says more by now is brought up to date, unless the person touched it', async () => {
    const csv = (note: string) =>
      textFile(
        'r.csv',
        `Highlight,Title,Author,Note,Location,Date\nWords,T,P,${note},5,2026-01-01 00:00:00\n`,
      )
    await importFiles([csv('')])
    expect(await planFor(csv('A thought'))).toMatchObject({ changed: 1 })
    await importFiles([csv('A thought')])
    expect(await notes()).toMatchObject([{ body: '> Words\n\nA thought' }])
    expect(await planFor(csv(''))).toMatchObject({ changed: 0, added: 0, same: 1 })
    const [note] = await notes()
    await database.annotations.update(note?.id ?? '', { body: 'Mine.' })
    await importFiles([csv('A thought and more of it')])
    expect(await notes()).toMatchObject([{ body: 'Mine.' }])
  })

  test('what was written here, went out and comes back is here already', async () => {
    await storeMade(steeping)
    await database.annotations.add({
      id: '0195a000-0000-7000-8000-00000000000e',
      episodeId: steeping.id,
      anchor: { kind: 'moment', startSeconds: 187.4 },
      body: 'Steep green tea below boiling: "eighty degrees" is plenty.',
      context: {
        ...{ episodeTitle: 'On Steeping', podcastTitle: 'Tea and Talk', chapterTitle: null },
        ...{ chapterStartSeconds: null, durationSeconds: null },
      },
      createdAt: '2026-02-01T08:00:00.000Z',
      updatedAt: '2026-02-01T08:00:00.000Z',
      deletedAt: null,
    })
    expect(await planFor(fixtureFile('readwise-export.csv'))).toMatchObject({ added: 1, same: 1 })
  })
})

describe('of an episode that is not in the library', () => {
  test('a note is kept with its titles, and tied once the episode comes', async () => {
    await importFiles([fixtureFile('snipd-episode.md')])
    const waiting = await notes()
    expect(waiting.every(({ episodeId }) => isElsewhere(episodeId))).toBe(true)
    expect(new Set(waiting.map(({ episodeId }) => episodeId)).size).toBe(1)
    expect(waiting[0]?.context).toMatchObject({ podcastTitle: 'Tea and Talk' })
    expect(await tie()).toBe(0)
    expect(await notes()).toEqual(waiting)

    const title = 'On steeping – How long is too long?'
    await storeMade({ ...steeping, title })
    expect(await tie()).toBe(2)
    const tied = await notes()
    expect(tied.map(({ episodeId }) => episodeId)).toEqual([steeping.id, steeping.id])
    expect(tied[0]?.context).toMatchObject({ episodeTitle: title, chapterTitle: 'Water' })
    expect(tied.map(({ id, body, anchor }) => ({ id, body, anchor }))).toEqual(
      waiting.map(({ id, body, anchor }) => ({ id, body, anchor })),
    )
    expect(await tie()).toBe(0)
    expect(await planFor(fixtureFile('snipd-episode.md'))).toMatchObject({ added: 0, same: 2 })
  })

  test('what the person did on another computer meanwhile is later than the tying, and holds', async () => {
    await importFiles([fixtureFile('snipd-older.md')])
    const [note] = await notes()
    await storeMade({ ...steeping, title: 'On Cups' })
    await tie()
    const [tied] = await notes()
    expect(Date.parse(tied?.updatedAt ?? '') - Date.parse(note?.updatedAt ?? '')).toBe(1)
  })

  test('an import is undone also after its notes were tied', async () => {
    await importFiles([fixtureFile('snipd-older.md')])
    await storeMade({ ...steeping, title: 'On Cups' })
    await tie()
    expect(await takeBack()).toMatchObject({ undone: 1, changedSince: 0 })
    expect(await notes()).toMatchObject([{ deletedAt: expect.any(String) }])
  })

  test('the journal is told of the tying, as of any change', async () => {
    await importFiles([fixtureFile('snipd-older.md')])
    await storeMade({ ...steeping, title: 'On Cups' })
    await database.unsent.clear()
    await tie()
    const sent = (await database.unsent.toArray()).flatMap(({ changes }) => changes)
    expect(sent).toMatchObject([{ kind: 'annotations', row: { episodeId: steeping.id } }])
  })
})

test('a note that was deleted here comes back as the person left it', async () => {
  const file = textFile('r.csv', 'Highlight,Title,Author,Date\nOne,T,P,2026-01-01\n')
  await importFiles([file])
  const [note] = await notes()
  await changeAnnotations([note?.id ?? ''], 'edited', () => ({ body: 'Mine now.' }))
  await deleteAnnotations([note?.id ?? ''])
  expect(await importFiles([file], { bringsBackDeleted: true })).toMatchObject({ added: 1 })
  expect(await notes()).toMatchObject([{ body: 'Mine now.', deletedAt: null }])
  expect(await takeBack()).toMatchObject({ undone: 1 })
  expect(await notes()).toMatchObject([{ body: 'Mine now.', deletedAt: expect.any(String) }])
})

test('what the person does to a note of a day to come holds, whatever a later export says of it', async () => {
  const csv = (text: string) =>
    textFile(
      'r.csv',
      `Highlight,Title,Author,Note,Date\nOne,T,P,${text},2999-01-01\nTwo,T,P,${text},2999-01-01\n`,
    )
  await importFiles([csv('A')])
  const [edited, deleted] = await notes()
  await changeAnnotations([edited?.id ?? ''], 'edited', () => ({ body: 'Mine now.' }))
  await deleteAnnotations([deleted?.id ?? ''])
  await importFiles([csv('A thought and more of it')])
  expect((await notes()).filter(({ deletedAt }) => deletedAt === null)).toMatchObject([{ body: 'Mine now.' }])
})

test('a later export of Snipd’s brings what was snipped since, and nothing of before again', async () => {
  const snip = (id: string) => `### [Snip ${id}](https://share.snipd.com/snip/${id})\n\n🎧 00:10 - 00:30\n`
  const exported = (day: string, ...ids: string[]) =>
    textFile(
      'On Cups.md',
      `---\nepisode_title: On Cups\nepisode_publish_date: 2026-01-01\nlast_snip_date: ${day}\nepisode_export_date: ${day}T10:00:00\nfrom_snipd: true\n---\n# On Cups\n\n${ids.map(snip).join('\n')}`,
    )
  await importFiles([exported('2026-02-01', 'a', 'b')])
  const [edited, deleted] = await notes()
  await changeAnnotations([edited?.id ?? ''], 'edited', () => ({ body: 'Mine now.' }))
  await deleteAnnotations([deleted?.id ?? ''])
  // Also of a day that is still to come here.
  expect(await planFor(exported('2999-02-03', 'a', 'b', 'c'))).toMatchObject({ added: 1, changed: 0 })
  await importFiles([exported('2999-02-03', 'a', 'b', 'c')])
  expect(
    (await notes())
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ body }) => body)
      .sort(),
  ).toEqual(['**Snip c**', 'Mine now.'])
})

test('what an import brought is taken back, and what the person changed since stays', async () => {
  await importFiles([fixtureFile('readwise-import.csv')])
  const [first] = await notes()
  await database.annotations.update(first?.id ?? '', { body: 'Mine now.' })
  expect(await takeBack()).toMatchObject({ undone: 1, changedSince: 1 })
  expect((await notes()).filter(({ deletedAt }) => deletedAt === null)).toMatchObject([{ body: 'Mine now.' }])
})

test.each([
  ['readwise', (text: string) => textFile('r.csv', csvLine(['Highlight', 'Title']) + csvLine([text, 'T']))],
  [
    'snipd',
    (text: string) =>
      textFile('s.md', `### [S](https://share.snipd.com/snip/a)\n\n🎧 00:01 - 00:02\n\n${text}\n`),
  ],
  ['podnotes', (text: string) => textFile('p.md', `[a](obsidian://podnotes?a=b)\n\n- 00:01 ${text}\n`)],
] as const)(
  'a note of a million characters of %s comes in whole, and once',
  { timeout: 90_000 },
  async (_name, file) => {
    const text = '"quotes", colons: --- 😀 שלום \0 [x](y) '.repeat(25_000).trim()
    await importFiles([file(text)])
    const [note] = await notes()
    expect(`${note?.body} ${JSON.stringify(note?.anchor)}`.length).toBeGreaterThan(900_000)
    expect(await importFiles([file(text)])).toMatchObject({ added: 0, changed: 0 })
  },
)

test('a file that cannot be read costs none of the others', async () => {
  const plan = await planFor(textFile('broken.csv', 'a\0b'), fixtureFile('podnotes-links.md'))
  expect(plan).toMatchObject({
    added: 3,
    files: [
      { name: 'broken.csv', kind: 'refused' },
      { name: 'podnotes-links.md', kind: 'read', from: 'podnotes', notes: 3 },
    ],
  })
})
