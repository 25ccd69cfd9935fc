import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listSegments, listSnapshots, placesIn } from '../../../electron/journal/folder.ts'
import {
  allPages,
  bodiesIn,
  bodiesOf,
  noteChange,
  openTestHome,
  passUntilSnapshot,
  reopened,
} from './test-home.ts'

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
