import { readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { listSegments, listSnapshots } from '../../../electron/journal/folder.ts'
import { encodeRecord } from '../../../electron/journal/format/record.ts'
import { allPages, bodiesIn, noteChange, openTestHome, passUntilSnapshot } from './test-home.ts'

it('gives back each row as its latest change says, in whatever order the changes came', async () => {
  const { home } = await openTestHome()
  await home.append([noteChange('a', 'first', 1), noteChange('b', 'older than what is there', 1)])
  await home.append([noteChange('a', 'second', 2), noteChange('c', null, 3)])
  await home.append([noteChange('b', 'late, but of before', 0)])
  expect(await bodiesIn(home)).toEqual({ a: 'second', b: 'older than what is there', c: null })
})

it('gives what came after an entry alone, as long as the journal reaches back to it', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'one')])
  await test.home.append([noteChange('b', 'two')])
  await test.home.append([noteChange('b', 'two again', 1)])
  expect(await bodiesIn(test.home, 1)).toEqual({ b: 'two again' })
  expect(await bodiesIn(test.home, 3)).toEqual({})
  // A home that has fewer entries than the page saw is another one.
  expect(await bodiesIn(test.home, 4)).toEqual({ a: 'one', b: 'two again' })
  for (const key of ['c', 'd', 'e']) {
    await passUntilSnapshot(test)
    await test.home.append([noteChange(key, key)])
  }
  expect((await listSegments(test.folder))[0]?.firstNumber).toBeGreaterThan(1)
  expect(Object.keys(await bodiesIn(test.home, 0))).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd', 'e']))
})

it('hands out many rows in pages, each cursor once', async () => {
  const { home } = await openTestHome()
  const keys = Array.from({ length: 1800 }, (_, index) => `note ${index}`)
  await home.append(keys.map((key) => noteChange(key, 'x')))
  const { pages, changes } = await allPages((cursor) => home.read({ after: null, cursor }))
  expect(pages.length).toBeGreaterThan(2)
  expect(new Set(changes.map(({ key }) => key))).toEqual(new Set(keys))
  expect(new Set(pages.map(({ number }) => number))).toEqual(new Set([home.state().lastNumber]))
  const used = pages[0]?.next ?? null
  expect(await home.read({ after: null, cursor: used })).toMatchObject({
    ok: false,
    problem: { code: 'bad-arguments' },
  })
})

it('tells where it is, how large, and when it was written last', async () => {
  const test = await openTestHome()
  expect(await test.home.standing()).toMatchObject({
    folder: test.folder,
    lastNumber: 0,
    bytes: 0,
    lastWrittenAt: null,
    lastSnapshotAt: null,
    snapshots: 0,
    trouble: null,
    lastCheck: null,
  })
  await test.home.append([noteChange('a', 'alpha')])
  const standing = await test.home.standing()
  expect(standing).toMatchObject({ homeId: test.home.state().homeId, lastNumber: 1 })
  expect(standing.bytes).toBeGreaterThan(100)
  expect(Date.parse(standing.lastWrittenAt ?? '')).toBeGreaterThan(Date.now() - 3_600_000)
})

it('keeps what a newer version wrote, and does not hand it to the page', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  await test.home.close({ withSnapshot: false })
  const [segment] = await listSegments(test.folder)
  const change = {
    kind: 'playlists',
    key: 'p',
    updatedAt: '2026-03-02T09:00:00.000Z',
    row: { of: 'a newer one' },
  }
  const entry = encodeRecord({ number: 2, at: '2026-03-02T09:00:00.000Z', changes: [change], more: 1 })
  await writeFile(segment?.path ?? '', Buffer.concat([await readFile(segment?.path ?? ''), entry]))
  const again = await openTestHome({ folder: test.folder })
  expect(await bodiesIn(again.home)).toEqual({ a: 'alpha' })
  await passUntilSnapshot(again)
  const [snapshot] = await listSnapshots(test.folder)
  expect(await readFile(snapshot?.path ?? '', 'utf8')).toContain('"row":{"of":"a newer one"}')
})

it('refuses a note larger than a line can be', async () => {
  const { home } = await openTestHome()
  expect(await home.append([noteChange('a', 'x'.repeat(12_000_000))])).toMatchObject({
    ok: false,
    problem: { code: 'too-large' },
  })
  expect(await home.append([noteChange('a', '\0'.repeat(1_000_000))])).toMatchObject({ ok: true })
  expect(await bodiesIn(home)).toEqual({ a: '\0'.repeat(1_000_000) })
})
