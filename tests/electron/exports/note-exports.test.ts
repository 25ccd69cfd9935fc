import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import jsonld from 'jsonld'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { openNoteExports } from '../../../electron/exports/note-exports.ts'
import { type FileTarget, formatOf } from '../../../electron/exports/note-files/format-of.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { notesJsonSchema } from '../../../shared/formats/notes-json.ts'
import { hostileTexts } from '../../shared/formats/hostile-text.ts'
import { madeNote, madeNotedEpisode } from '../../shared/formats/made-notes.ts'
import { silentLog } from '../silent-log.ts'
import { annotationContext } from './annotation-context.ts'
import { podloveSchema } from './podlove-schema.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earmark-exports-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const about = { createdAt: '2026-11-30T10:00:00.000Z', appVersion: '1.0.0' }

function opened() {
  return openNoteExports({
    unfinishedPath: join(folder, 'unfinished.json'),
    appVersion: '1.0.0',
    now: () => new Date(about.createdAt),
    log: silentLog,
  })
}

/** Each hostile text in each place where a text can be. */
const hostile: NotedEpisode[] = hostileTexts.map((text, index) =>
  madeNotedEpisode(
    {
      id: `tea/e${index}`,
      title: `t${text}`,
      podcastTitle: text,
      chapters: [{ startSeconds: 3723.0505, title: text, description: text }],
    },
    {
      audioUrl: index % 2 === 0 ? null : 'https://audio.example/1.mp3',
      notes: [
        madeNote(index, {
          body: text,
          tags: ['tea'],
          starred: true,
          colour: 'question',
          tracking: { state: 'to-try', note: text, lookAgainOn: '2026-12-01' },
          anchor: { kind: 'range', startSeconds: 1.5, endSeconds: 3 },
        }),
        madeNote(1000 + index, { anchor: { kind: 'highlight', highlightKind: 'other', quote: text } }),
      ],
    },
  ),
)

function written(target: FileTarget, episodes: readonly NotedEpisode[] = hostile): string {
  const format = formatOf(target, about)
  return (format.begin() + episodes.map(format.add).join('') + format.end()).toWellFormed()
}

describe('files for other programs, read by those of others', () => {
  test('the table is one of RFC 4180, with every note, and calculates nothing', () => {
    const text = written('csv')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const rows: Record<string, string>[] = parseCsv(text, {
      columns: true,
      bom: true,
      record_delimiter: '\r\n',
    })
    expect(rows).toHaveLength(hostile.length * 2)
    rows.forEach((row) => {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    })
    expect(rows[0]).toMatchObject({ On: 'range', Start: '0:01', End: '0:03', Tags: 'tea', Starred: 'yes' })
    expect(rows[0]).toMatchObject({ Colour: 'Question', Tracking: 'To try', 'Look again': '2026-12-01' })
    const bodies = rows
      .filter(({ On }) => On === 'range')
      .map(({ Note }) => Note?.replace(/^'(?=[=+\-@\t\r])/, ''))
    expect(bodies).toEqual(hostileTexts.map((body) => body.toWellFormed().replaceAll('\0', '\uFFFD')))
  })

  test('the file for Readwise has its header first, a highlight in each line, and times as it reads them', () => {
    const text = written('readwise-csv')
    expect(text.split('\r\n')[0]).toBe('Highlight,Title,Author,URL,Note,Location,Date')
    const rows: Record<string, string>[] = parseCsv(text, { columns: true, record_delimiter: '\r\n' })
    expect(rows).toHaveLength(hostile.length * 2)
    for (const { Highlight, Date: date } of rows) {
      expect(Highlight).not.toBe('')
      expect(date).toBe('2026-03-01 08:00:00')
    }
  })

  test('JSON is what its schema says, and loses nothing', () => {
    const parsed = notesJsonSchema.parse(JSON.parse(written('json')))
    expect(parsed.episodes.map(({ notes }) => notes[0]?.body)).toEqual(
      // Half a character cannot be in a file.
      hostileTexts.map((text) => JSON.parse(JSON.stringify(text))),
    )
    expect(notesJsonSchema.parse(JSON.parse(written('json', []))).episodes).toEqual([])
  })

  test('JSON-LD expands to annotations with their targets', async () => {
    const document = JSON.parse(written('json-ld'))
    const expanded = await jsonld.expand(document, {
      documentLoader: async (url: string) => {
        expect(url).toBe('http://www.w3.org/ns/anno.jsonld')
        // The types of `jsonld` know contexts as narrower than they are.
        return { documentUrl: url, document: JSON.parse(JSON.stringify(annotationContext)) }
      },
    })
    const text = JSON.stringify(expanded)
    expect(text.match(/"@type":\["http:\/\/www\.w3\.org\/ns\/oa#Annotation"\]/g)).toHaveLength(
      hostile.length * 2,
    )
    expect(text).toContain('"http://www.w3.org/1999/02/22-rdf-syntax-ns#value":[{"@value":"t=1.5,3"}]')
    expect(document.total).toBe(hostile.length * 2)
    expect(JSON.parse(written('json-ld', []))).toMatchObject({ total: 0, first: { items: [] } })
  })

  test('Podlove chapters are valid XML of their schema, whatever titles are', async () => {
    for (const noted of hostile) {
      const contents = written('podlove-chapters', [noted])
      const result = await validateXML({
        xml: [{ fileName: 'chapters.psc', contents }],
        schema: [{ fileName: 'psc.xsd', contents: podloveSchema }],
      })
      expect(result.errors).toEqual([])
      expect(contents).toContain('start="01:02:03.051"')
    }
  }, 120_000)
})

describe('an export to a file', () => {
  test('has its final name once it is whole, and nothing of it stays when it is given up', async () => {
    const exports = await opened()
    const path = join(folder, 'mine.json')
    await writeFile(path, 'before')
    const begun = await exports.begin({ kind: 'file', target: 'json', path })
    if (!begun.ok) throw new Error(begun.problem.message)
    const { exportId } = begun.value
    expect(await exports.add(exportId, JSON.stringify({ episodes: hostile }))).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('before')
    await exports.abandon()
    expect((await exports.finish(exportId)).ok).toBe(false)
    expect(await readFile(path, 'utf8')).toBe('before')
    expect((await readdir(folder)).sort()).toEqual(['mine.json', 'unfinished.json'])

    const again = await exports.begin({ kind: 'file', target: 'json', path })
    if (!again.ok) throw new Error(again.problem.message)
    await exports.add(again.value.exportId, JSON.stringify({ episodes: hostile }))
    expect(await exports.finish(again.value.exportId)).toMatchObject({
      ok: true,
      value: { kind: 'file', rows: hostile.length * 2 },
    })
    expect(await readFile(path, 'utf8')).toBe(written('json'))
  })

  test('what was not finished when the app was killed goes at the next start', async () => {
    const exports = await opened()
    await exports.begin({ kind: 'file', target: 'csv', path: join(folder, 'mine.csv') })
    expect((await readdir(folder)).some((name) => /^mine\.csv\..*\.part$/.test(name))).toBe(true)
    const next = await opened()
    await next.abandon()
    expect(await readdir(folder)).toEqual(['unfinished.json'])
    await exports.abandon()
  })

  test('a folder that is gone is told, and nothing is thrown', async () => {
    const exports = await opened()
    const begun = await exports.begin({
      kind: 'folder',
      root: join(folder, 'gone'),
      templates: { fileName: '{{title}}', body: '{{title}}' },
    })
    expect(begun).toMatchObject({ ok: false, problem: { code: 'file' } })
  })
})
