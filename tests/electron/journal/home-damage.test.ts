import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
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
  reopened,
} from './test-home.ts'

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
