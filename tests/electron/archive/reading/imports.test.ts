import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parsePage } from '../../../../electron/archive/reading/parse-page.ts'
import { valueOrThrow } from '../../../bench/service/value-or-throw.ts'
import { madeEpisode } from '../../../renderer/made-episodes.ts'
import { madeImports, ownFolder, writtenArchive } from '../made-archive.ts'

const never = new AbortController().signal

test('what is changed between the look and the import is not taken in', async () => {
  const place = await writtenArchive('folder', await ownFolder())
  const imports = madeImports()
  const { importId, pages } = valueOrThrow(await imports.open(place, never))
  const rows = join(place, 'rows', 'annotations.jsonl')
  await writeFile(rows, (await readFile(rows, 'utf8')).replace('Three minutes', 'Seven minutes'))
  const messages: string[] = []
  for (let page = 0; page < pages; page += 1) {
    const read = await imports.read(importId, page)
    if (!read.ok) messages.push(read.problem.message)
    else expect(JSON.stringify(read.value)).not.toContain('Seven')
  }
  expect(messages).toEqual(['The archive was changed while it was being imported. Nothing was imported.'])
  await imports.close()
})

test('reading one through can be stopped', async () => {
  const place = await writtenArchive('zip', await ownFolder())
  expect(await madeImports().open(place, AbortSignal.abort())).toMatchObject({
    problem: { code: 'cancelled' },
  })
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
