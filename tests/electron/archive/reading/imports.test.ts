import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Imports } from '../../../../electron/archive/reading/imports.ts'
import { parsePage } from '../../../../electron/archive/reading/parse-page.ts'
import { valueOrThrow } from '../../../bench/service/value-or-throw.ts'
import { madeEpisode } from '../../../renderer/made-episodes.ts'
import { madeImports, nothingKept, ownFolder, readArchive, writtenArchive } from '../made-archive.ts'

const never = new AbortController().signal

/** What all pages of an archive say, or why one is not read, when a note of it is changed after the look. */
async function readOnceChanged(imports: Imports): Promise<string[]> {
  const place = await writtenArchive('folder', await ownFolder())
  const { importId, pages } = valueOrThrow(await imports.open(place, never))
  const rows = join(place, 'rows', 'annotations.jsonl')
  await writeFile(rows, (await readFile(rows, 'utf8')).replace('Three minutes', 'Seven minutes'))
  const told: string[] = []
  for (let page = 0; page < pages; page += 1) {
    const read = await imports.read(importId, page)
    told.push(read.ok ? read.value : read.problem.message)
  }
  await imports.close()
  return told
}

test('what is changed between the look and the import is not taken in', async () => {
  const told = await readOnceChanged(madeImports(undefined, nothingKept))
  expect(told).toContain('The archive was changed while it was being imported. Nothing was imported.')
  expect(told.join()).not.toContain('Seven')
})

test('of what fits in memory that is taken in which was looked at', async () => {
  const told = await readOnceChanged(madeImports())
  expect(told.join()).toContain('Three minutes')
  expect(told.join()).not.toMatch(/Seven|was changed/)
})

test('pages can be read once more, whether they are kept or not', async () => {
  const place = await writtenArchive('zip', await ownFolder())
  const kept = await readArchive(place)
  for (const some of [nothingKept, { bytes: 10_000, rows: 5 }]) {
    const imports = madeImports(undefined, some)
    const { importId, pages } = valueOrThrow(await imports.open(place, never))
    const first = valueOrThrow(await imports.read(importId, pages - 1))
    valueOrThrow(await imports.read(importId, 0))
    expect(valueOrThrow(await imports.read(importId, pages - 1))).toBe(first)
    await imports.close()
    expect(await readArchive(place, madeImports(undefined, some))).toEqual(kept)
  }
})

test('reading one through can be stopped', async () => {
  const place = await writtenArchive('zip', await ownFolder())
  expect(await madeImports().open(place, AbortSignal.abort())).toMatchObject({
    problem: { code: 'cancelled' },
  })
})

test('what is wrong beside the rows is told before anything may be taken in, while the rows can be looked at', async () => {
  const place = await writtenArchive('folder', await ownFolder())
  await writeFile(join(place, 'listening.csv'), 'other')
  const imports = madeImports()
  const { importId } = valueOrThrow(await imports.open(place, never))
  expect(await imports.read(importId, 0)).toMatchObject({ ok: true })
  expect(await imports.whole(importId)).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  await imports.close()
  expect(await imports.whole(importId)).toMatchObject({ problem: { code: 'cancelled' } })
})

test('closing an archive ends the reading of the rest of it', async () => {
  const imports = madeImports()
  const { importId } = valueOrThrow(
    await imports.open(await writtenArchive('folder', await ownFolder()), never),
  )
  const whole = imports.whole(importId)
  await imports.close()
  expect(await whole).toMatchObject({ problem: { code: 'cancelled' } })
})

test('an archive is closed by the next one, also when that is refused', async () => {
  const folder = await ownFolder()
  const imports = madeImports()
  const { importId } = valueOrThrow(await imports.open(await writtenArchive('zip', folder), never))
  expect(await imports.open(join(folder, 'none'), never)).toMatchObject({ ok: false })
  expect(await imports.read(importId, 0)).toMatchObject({ problem: { code: 'cancelled' } })
  expect(imports.settings(importId)).toMatchObject({ problem: { code: 'cancelled' } })
})

test('an episode keeps no address that is not of the web, and one under the name of another is none', () => {
  const episode = madeEpisode('tea-and-talk', 'on-steeping')
  const line = (change: object): Buffer => Buffer.from(JSON.stringify({ ...episode, ...change }))
  const page = parsePage({
    path: 'rows/episodes.jsonl',
    lines: [
      line({ canonicalUrl: 'javascript:alert(1)', imageUrl: 'file:///etc/passwd' }),
      line({ canonicalUrl: 'https://tea.example/1', imageUrl: 'HTTP://tea.example/1.png' }),
      line({ slug: 'another' }),
    ],
  })
  expect(page).toMatchObject({
    episodes: [
      { canonicalUrl: null, imageUrl: null },
      { canonicalUrl: 'https://tea.example/1', imageUrl: 'HTTP://tea.example/1.png' },
    ],
    unreadable: 1,
  })
})
