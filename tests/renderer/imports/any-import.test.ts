import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notedEpisodes } from '../../../renderer/archive/tasks/readable-episodes.ts'
import { takeBackImport } from '../../../renderer/archive/tasks/take-back-import.ts'
import { database } from '../../../renderer/db/database.ts'
import { csvLine } from '../../../shared/formats/csv.ts'
import { readwiseCsv } from '../../../shared/formats/readwise.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'
import { annotationColours } from '../../../shared/models/annotation-colour.ts'
import { hostileText } from '../../shared/formats/hostile-text.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'
import { importFiles, textFile } from './given-files.ts'

const runs = { numRuns: 30, interruptAfterTimeLimit: 60_000 }
const title = fc.constantFrom('On Steeping', 'On Cups', 'Неизвестно', '')

const csv = fc
  .array(
    fc.tuple(
      hostileText,
      title,
      fc.constantFrom('Tea and Talk', ''),
      hostileText,
      fc.constantFrom('', '5', '1:05'),
      fc.nat({ max: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((rows) =>
    textFile(
      'any.csv',
      [
        csvLine(['Highlight', 'Title', 'Author', 'Note', 'Location', 'Date']),
        ...rows.map(([text, name, author, note, at, day]) =>
          csvLine([text, name, author, note, at, `2026-01-0${day + 1} 10:00:00`]),
        ),
      ].join(''),
    ),
  )

const snipd = fc
  .array(fc.tuple(hostileText, hostileText, fc.nat({ max: 3 })), { maxLength: 5 })
  .map((snips) =>
    textFile(
      'any.md',
      `---\nepisode_title: On Cups\nshow_title: Tea and Talk\nlast_snip_date: 2026-01-02\nfrom_snipd: true\n---\n# On Cups\n\n${snips
        .map(
          ([name, body, id]) =>
            `### [${name}](https://share.snipd.com/snip/${id})\n\n🎧 0${id}:00 - 0${id}:30\n\n${body}\n\n---\n`,
        )
        .join('\n')}`,
    ),
  )

const anyFile = fc.oneof(csv, snipd)

async function library(): Promise<void> {
  await freshDatabase()
  await storeMade(
    madeEpisode('tea-and-talk', 'on-steeping', { title: 'On Steeping', podcastTitle: 'Tea and Talk' }),
  )
}

const rows = () => database.annotations.orderBy('id').toArray()

test('an import that is done twice is done once', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (file) => {
      await library()
      await importFiles([file])
      const once = await rows()
      expect(await importFiles([file])).toMatchObject({ added: 0, changed: 0, deleted: 0 })
      expect(await rows()).toEqual(once)
    }),
    runs,
  )
})

test('two files make the same library in either order, and at once', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, async (one, other) => {
      const made: AnnotationRow[][] = []
      for (const order of [[[one], [other]], [[other], [one]], [[one, other]]]) {
        await library()
        for (const files of order) await importFiles(files)
        made.push(await rows())
      }
      expect(made[1]).toEqual(made[0])
      expect(made[2]).toEqual(made[0])
    }),
    runs,
  )
})

test('what is undone is as it was, row for row', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, anyFile, async (before, file) => {
      await library()
      await importFiles([before])
      const was = present(await rows())
      await importFiles([file])
      await takeBackImport({ show: () => undefined })
      expect(present(await rows())).toEqual(was)
    }),
    runs,
  )
})

/** Without when they were changed, which an undo is as well. */
function present(all: readonly AnnotationRow[]): object[] {
  return all.filter(({ deletedAt }) => deletedAt === null).map(({ updatedAt: _at, ...row }) => row)
}

const note = fc.record({
  body: hostileText.filter((text) => /[\p{L}\p{N}]/u.test(text)),
  seconds: fc.integer({ min: 1, max: 2000 }),
  tags: fc.uniqueArray(fc.constantFrom('tea', 'home-lab', 'Ночь'), { maxLength: 2 }),
  starred: fc.boolean(),
  colour: fc.constantFrom(null, ...annotationColours),
})

test('what Earmark writes for Readwise gives the notes back in another library', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 5 }), async (given) => {
      await library()
      const id = 'tea-and-talk/on-steeping' as const
      const made = given.map((each, index) => rowOf(each, index, id))
      await database.annotations.bulkPut(made)
      const format = readwiseCsv()
      const text = format.begin() + (await notedEpisodes([id])).map(format.add).join('') + format.end()
      await library()
      await importFiles([textFile('r.csv', text)])
      const back = await database.annotations.toArray()
      expect(back.map(saying).sort()).toEqual([...new Set(made.map(saying))].sort())
    }),
    runs,
  )
})

function rowOf(
  { body, seconds, ...rest }: typeof note extends fc.Arbitrary<infer Note> ? Note : never,
  index: number,
  episodeId: `${string}/${string}`,
): AnnotationRow {
  const at = `2026-02-01T08:00:0${index}.000Z`
  return {
    id: `0195a000-0000-7000-8000-00000000000${index}`,
    episodeId,
    anchor: { kind: 'moment', startSeconds: seconds },
    body,
    ...rest,
    context: {
      ...{ episodeTitle: 'On Steeping', podcastTitle: 'Tea and Talk', chapterTitle: 'Welcome' },
      ...{ chapterStartSeconds: 0, durationSeconds: 2740 },
    },
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  }
}

/** All that a table has room for: lines end in one way, and Readwise has no NUL. */
function saying({
  episodeId,
  anchor,
  body,
  tags = [],
  starred,
  colour = null,
  createdAt,
}: AnnotationRow): string {
  const plain = body
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|[\r\n]/)
    .join('\n')
    .trim()
  return JSON.stringify([episodeId, anchor.startSeconds, plain, [...tags].sort(), starred, colour, createdAt])
}
