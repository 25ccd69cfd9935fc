import { readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listSegments, listSnapshots, placesIn } from '../../../electron/journal/folder.ts'
import { diskWith } from './store/writer.ts'
import {
  allPages,
  bodiesIn,
  bodiesOf,
  damage,
  noteChange,
  openTestHome,
  passUntilSnapshot,
  type TestHome,
} from './test-home.ts'

async function reopened({ home, folder }: TestHome): Promise<TestHome> {
  await home.close({ withSnapshot: false })
  return openTestHome({ folder })
}

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

it('takes snapshots that hold everything, and removes what two of them hold of the journal', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'one'), noteChange('gone', 'x')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('a', 'two', 1), noteChange('gone', null, 1), noteChange('b', 'new')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('c', 'later')])

  expect(await listSegments(test.folder)).toMatchObject([{ firstNumber: 2 }, { firstNumber: 3 }])
  expect(await listSnapshots(test.folder)).toMatchObject([{ number: 2 }, { number: 1 }])
  expect(await test.home.snapshots()).toMatchObject({
    ok: true,
    value: [
      { number: 2, counts: { annotations: 2 } },
      { number: 1, counts: { annotations: 2 } },
    ],
  })
  const whole = { a: 'two', b: 'new', c: 'later', gone: null }
  expect(await bodiesIn(test.home)).toEqual(whole)
  expect(await bodiesIn((await reopened(test)).home)).toEqual(whole)
})

it('lets a person look into each snapshot', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'as it was')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('a', 'as it is', 1)])
  await passUntilSnapshot(test)
  const listed = await test.home.snapshots()
  const names = listed.ok ? listed.value.map(({ name }) => name) : []
  const bodies = names.map(async (name) =>
    bodiesOf((await allPages((cursor) => test.home.snapshotRows({ name, cursor }))).changes),
  )
  expect(await Promise.all(bodies)).toEqual([{ a: 'as it is' }, { a: 'as it was' }])
  expect(await test.home.snapshotRows({ name: '../../etc/passwd', cursor: null })).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  })
})

it('loses nothing when snapshots are taken while changes come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 25 }),
      async (steps) => {
        const test = await openTestHome()
        const expected: Record<string, string> = {}
        for (const [index, [key, snapshot]] of steps.entries()) {
          const body = `body ${index}`
          expected[`note ${key}`] = body
          // It is still being taken while the next changes come.
          if (snapshot) test.timers.advance(10 * 60_000)
          const appended = await test.home.append([noteChange(`note ${key}`, body, index)])
          expect(appended.ok).toBe(true)
        }
        expect(await bodiesIn(test.home)).toEqual(expected)
        await test.home.close({ withSnapshot: true })
        const again = await openTestHome({ folder: test.folder })
        expect(await bodiesIn(again.home)).toEqual(expected)
        expect(await again.home.check()).toMatchObject({ ok: true, value: { damaged: [], missing: [] } })
        await again.home.close({ withSnapshot: false })
        await rm(test.folder, { recursive: true })
      },
    ),
    { numRuns: 25 },
  )
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

it('builds on an older snapshot when the newest is damaged, and takes of that what is whole', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha'), noteChange('b', 'beta')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('a', 'alpha two', 1), noteChange('c', 'gamma')])
  await passUntilSnapshot(test)
  const [newest] = await listSnapshots(test.folder)
  await damage(newest?.path ?? '', 'gamma')
  const again = await reopened(test)
  expect(await bodiesIn(again.home)).toEqual({ a: 'alpha two', b: 'beta', c: 'gamma' })

  // Also where nothing but the damaged snapshot has a row.
  await again.home.close({ withSnapshot: false })
  for (const { path } of await listSegments(test.folder)) await rm(path)
  const last = await openTestHome({ folder: test.folder })
  expect(await bodiesIn(last.home)).toEqual({ a: 'alpha two', b: 'beta' })
  expect(last.logged.some((line) => line.includes('damaged'))).toBe(true)
})

it('never builds a snapshot on a damaged one, and removes nothing that only the journal has', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('b', 'beta')])
  await passUntilSnapshot(test)
  const [newest] = await listSnapshots(test.folder)
  await truncate(newest?.path ?? '', (newest?.bytes ?? 0) - 5)
  await test.home.append([noteChange('c', 'gamma')])
  await passUntilSnapshot(test)
  const whole = { a: 'alpha', b: 'beta', c: 'gamma' }
  const { changes } = await allPages((cursor) =>
    test.home
      .snapshots()
      .then((listed) => test.home.snapshotRows({ name: (listed.ok && listed.value[0]?.name) || '', cursor })),
  )
  expect(bodiesOf(changes)).toEqual(whole)
  expect(await bodiesIn(test.home)).toEqual(whole)
})

it('keeps what only one whole snapshot holds of the journal, also after one that could not be taken', async () => {
  const test = await openTestHome()
  const { snapshots } = placesIn(test.folder)
  await test.home.append([noteChange('a', 'alpha')])
  await passUntilSnapshot(test)
  await test.home.append([noteChange('b', 'beta')])
  await rename(snapshots, `${snapshots}-away`)
  await writeFile(snapshots, 'in the way')
  test.timers.advance(10 * 60_000)
  await expect.poll(() => test.logged.some((line) => line.includes('could not be taken'))).toBe(true)
  await rm(snapshots)
  await rename(`${snapshots}-away`, snapshots)
  await test.home.append([noteChange('c', 'gamma')])
  await passUntilSnapshot(test)
  const [newest] = await listSnapshots(test.folder)
  await rm(newest?.path ?? '')
  expect(await bodiesIn(test.home)).toEqual({ a: 'alpha', b: 'beta', c: 'gamma' })
})

it('keeps a file of the journal that has damage, under another name', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  await test.home.append([noteChange('b', 'beta')])
  const [first] = await listSegments(test.folder)
  await damage(first?.path ?? '', 'alpha')
  for (const key of ['c', 'd', 'e']) {
    await passUntilSnapshot(test)
    await test.home.append([noteChange(key, key)])
  }
  expect(await readdir(placesIn(test.folder).journal)).toContain(`${first?.name}.damaged`)
  expect(Object.keys(await bodiesIn(test.home)).sort()).toEqual(['b', 'c', 'd', 'e'])
})

it('says in a check where damage is and which entries are missing, and remembers it', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  expect(await test.home.check()).toMatchObject({ ok: true, value: { damaged: [], missing: [] } })
  for (const key of ['b', 'c', 'd']) await test.home.append([noteChange(key, `text ${key}`)])
  await passUntilSnapshot(test)
  const [segment] = await listSegments(test.folder)
  const [snapshot] = await listSnapshots(test.folder)
  await damage(segment?.path ?? '', 'text c')
  await damage(snapshot?.path ?? '', 'text d')
  const checked = await test.home.check()
  expect(checked).toMatchObject({
    ok: true,
    value: {
      damaged: [
        { file: snapshot?.name, ranges: 1 },
        { file: segment?.name, ranges: 1 },
      ],
      missing: [{ from: 3, to: 3 }],
    },
  })
  const again = await reopened(test)
  expect((await again.home.standing()).lastCheck).toEqual(checked.ok && checked.value)
})

it('finds a snapshot that was cut between two of its lines', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha'), noteChange('b', 'beta')])
  await passUntilSnapshot(test)
  const [snapshot] = await listSnapshots(test.folder)
  const path = snapshot?.path ?? ''
  const lines = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, `${lines.slice(0, -2).join('\n')}\n`)
  expect(await test.home.check()).toMatchObject({
    value: { damaged: [{ file: snapshot?.name, ranges: 1, bytes: 0 }] },
  })
  await writeFile(path, `${[lines[0], lines[1], lines[3]].join('\n')}\n`)
  expect(await test.home.check()).toMatchObject({ value: { damaged: [{ file: snapshot?.name }] } })
})

it('misses no number after a flush that failed', async () => {
  let failing = false
  const disk = diskWith((file) => ({
    datasync: async () => {
      if (failing) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      await file.datasync()
    },
  }))
  const { home, folder } = await openTestHome({ disk })
  await home.append([noteChange('a', 'alpha')])
  failing = true
  await home.append([noteChange('b', 'beta')])
  failing = false
  await home.append([noteChange('c', 'gamma')])
  const [spoilt] = await listSegments(folder)
  // The disk lost what it said it could not flush.
  const lines = (await readFile(spoilt?.path ?? '', 'utf8')).split('\n')
  await writeFile(spoilt?.path ?? '', `${lines.slice(0, 2).join('\n')}\n`)
  expect(await home.check()).toMatchObject({ ok: true, value: { damaged: [], missing: [] } })
})

it('checks itself once a month', async () => {
  const { home, timers } = await openTestHome()
  await home.append([noteChange('a', 'alpha')])
  const checkedAt = async (): Promise<string | null> => (await home.standing()).lastCheck?.at ?? null
  timers.advance(11 * 60_000)
  await expect.poll(checkedAt).not.toBeNull()
  const first = await checkedAt()
  for (let day = 0; day < 25; day += 1) {
    timers.advance(86_400_000)
    expect(await checkedAt()).toBe(first)
  }
  timers.advance(6 * 86_400_000)
  await expect.poll(checkedAt).not.toBe(first)
})

it('takes a snapshot on the way out if anything changed', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  await test.home.close({ withSnapshot: true })
  expect(await listSnapshots(test.folder)).toMatchObject([{ number: 1 }])
  const again = await openTestHome({ folder: test.folder })
  await again.home.close({ withSnapshot: true })
  expect(await listSnapshots(test.folder)).toHaveLength(1)
})

it('takes one soon after a start when the last run ended without', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  await passUntilSnapshot(await reopened(test))
  expect(await listSnapshots(test.folder)).toMatchObject([{ number: 1 }])
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
  const { encodeRecord } = await import('../../../electron/journal/format/record.ts')
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

it('leaves no half-written snapshot under its name, nor any other when it cannot be written', async () => {
  const test = await openTestHome()
  await test.home.append([noteChange('a', 'alpha')])
  await writeFile(join(test.folder, 'snapshots'), 'in the way')
  test.timers.advance(6 * 60_000)
  await expect.poll(() => test.logged.some((line) => line.includes('snapshot'))).toBe(true)
  await rm(join(test.folder, 'snapshots'))
  await passUntilSnapshot(test)
  expect(await readdir(placesIn(test.folder).snapshots)).toHaveLength(1)
})

it('takes a snapshot when asked for one, unless the newest holds everything', async () => {
  const { home } = await openTestHome()
  expect(await home.takeSnapshot()).toMatchObject({ ok: true })
  expect(await home.snapshots()).toEqual({ ok: true, value: [] })
  await home.append([noteChange('a', 'one')])
  expect(await home.takeSnapshot()).toMatchObject({ ok: true })
  expect(await home.takeSnapshot()).toMatchObject({ ok: true })
  expect(await home.snapshots()).toMatchObject({ ok: true, value: [{ number: 1 }] })
})

it('says so when a snapshot that was asked for could not be taken', async () => {
  const { home, folder } = await openTestHome()
  await home.append([noteChange('a', 'one')])
  await rm(folder, { recursive: true })
  await writeFile(folder, '')
  expect(await home.takeSnapshot()).toMatchObject({ ok: false, problem: { code: 'second-home' } })
})
