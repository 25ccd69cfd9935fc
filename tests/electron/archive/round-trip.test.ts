import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { archiveForms } from '../../../shared/archive/parts.ts'
import { valueOrThrow } from '../../bench/service/value-or-throw.ts'
import { madeEpisode } from '../../renderer/made-episodes.ts'
import { keptExamples } from '../../shared/kept/examples.ts'
import { madeImports, madeParts, ownFolder, readArchive, writtenArchive } from './made-archive.ts'

describe.each(archiveForms)('an archive as a %s', (form) => {
  test('gives back every row as it was, the settings and the episodes with them', async () => {
    const folder = await ownFolder()
    const read = valueOrThrow(await readArchive(await writtenArchive(form, folder)))
    expect(read.unreadable).toBe(0)
    expect(read.episodes).toEqual([madeEpisode('tea-and-talk', 'on-steeping')])
    expect(read.changes).toHaveLength(Object.keys(keptExamples).length)
    expect(read.changes).toEqual(expect.arrayContaining(Object.values(keptExamples)))
  })

  test('is all that is left beside it', async () => {
    const folder = await ownFolder()
    await writtenArchive(form, folder)
    expect((await readdir(folder)).sort()).toEqual(
      form === 'zip' ? ['made.zip', 'unfinished.json'] : ['Earmark archive 2026-11-22', 'unfinished.json'],
    )
  })

  test('of a library without anything can be read', async () => {
    const folder = await ownFolder()
    const read = valueOrThrow(await readArchive(await writtenArchive(form, folder, [])))
    expect(read).toEqual({ changes: [keptExamples.settings], episodes: [], unreadable: 0 })
  })

  test('tells which settings it would change, where they are later than those here', async () => {
    const folder = await ownFolder()
    const path = await writtenArchive(form, folder)
    const opened = valueOrThrow(await madeImports().open(path, new AbortController().signal))
    expect(opened).toMatchObject({ createdAt: '2026-11-22T20:00:00.000Z', settings: { theme: 'dark' } })
    const later = { ...keptExamples.settings, updatedAt: '2027-01-01T00:00:00.000Z' }
    const openedThere = valueOrThrow(await madeImports(later).open(path, new AbortController().signal))
    expect(openedThere.settings).toBeNull()
  })
})

describe('an archive as a folder', () => {
  test('lists every file with its length, checksum and episode, itself last', async () => {
    const folder = await writtenArchive('folder', await ownFolder())
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({
      format: 'earmark-archive',
      version: 1,
      createdAt: '2026-11-22T20:00:00.000Z',
      app: { name: 'Earmark', version: '0.1.0' },
      counts: {
        annotations: 1,
        annotationEdits: 1,
        listening: 1,
        heard: 1,
        requests: 1,
        podcasts: 1,
        audio: 1,
        offsets: 1,
        speeds: 1,
        chapterSkips: 1,
        topicNames: 1,
        smartLists: 1,
        queue: 1,
        drafts: 1,
        settings: 1,
        episodes: 1,
      },
    })
    const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    const files: { path: string; bytes: number; sha256: string; episode?: string }[] = manifest.files
    expect([...files.map(({ path }) => path), 'manifest.json'].sort()).toEqual(paths.sort())
    for (const { path, bytes, sha256 } of files) {
      const content = await readFile(join(folder, path))
      expect(content).toHaveLength(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    expect(files.find(({ path }) => path === 'notes/tea-and-talk/on-steeping.md')?.episode).toBe(
      'tea-and-talk/on-steeping',
    )
  })

  test('can be read without Earmark', async () => {
    const folder = await writtenArchive('folder', await ownFolder())
    const text = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')
    expect(await text('notes/tea-and-talk/on-steeping.md')).toContain('> Three minutes, “not more”.')
    expect(JSON.parse(await text('chapters/tea-and-talk/on-steeping.json'))).toMatchObject({
      version: '1.2.0',
    })
    expect(JSON.parse(await text('annotations/tea-and-talk/on-steeping.jsonld'))).toMatchObject({
      total: 1,
      first: { items: [{ target: { source: 'https://audio.example/1.mp3' } }] },
    })
    expect(await text('listening.csv')).toBe(
      [
        // Excel wants the mark, and the line ends are those of RFC 4180.
        '\uFEFFEpisode,Podcast,Position,Duration,Heard,Finished,Last heard,Position in seconds,Duration in seconds,Heard in seconds,Id',
        `'=On steeping,"Tea, and talk",1:01,30:00,2 %,,2026-03-02T09:30:00.125Z,61.5,1800,46,tea-and-talk/on-steeping`,
        '',
      ].join('\r\n'),
    )
    expect(await text('README.md')).toContain('Earmark\n0.1.0 wrote it on 2026-11-22')
  })

  test('never takes the place of another', async () => {
    const folder = await ownFolder()
    const places = [await writtenArchive('folder', folder), await writtenArchive('folder', folder, [])]
    expect(places).toEqual([
      join(folder, 'Earmark archive 2026-11-22'),
      join(folder, 'Earmark archive 2026-11-22 (2)'),
    ])
    expect(valueOrThrow(await readArchive(places[0] ?? '')).changes).toHaveLength(
      Object.keys(keptExamples).length,
    )
  })
})

test('the same library gives the same folder and zip file, byte for byte', async () => {
  const [one, other] = [await ownFolder(), await ownFolder()]
  const zips = [await writtenArchive('zip', one), await writtenArchive('zip', other)]
  const [first, second] = await Promise.all(zips.map((path) => readFile(path)))
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
  expect(new Set(madeParts.map(({ kind }) => kind)).size).toBe(3)
})
