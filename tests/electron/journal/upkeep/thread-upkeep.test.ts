import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, test, vi } from 'vitest'
import { listSegments, listSnapshots } from '../../../../electron/journal/folder.ts'
import { createThreadUpkeep } from '../../../../electron/journal/upkeep/thread-upkeep.ts'
import { inlineUpkeep, type Upkeep } from '../../../../electron/journal/upkeep/upkeep.ts'
import { handTimers } from '../../hand-timers.ts'
import { bodiesIn, damage, noteChange, openTestHome } from '../test-home.ts'

const ours = join(import.meta.dirname, '../../../../electron/journal/upkeep/worker.ts')
const silent = join(import.meta.dirname, '../../stenobird/reader/silent-worker.ts')
const ending = join(import.meta.dirname, 'ending-worker.ts')
const deadlineMs = 600_000

it('takes the snapshot that is taken without a thread, and removes what that would', async () => {
  const upkeeps: Upkeep[] = [createThreadUpkeep({ workerPath: ours }), inlineUpkeep]
  const kept = upkeeps.map(async (upkeep) => {
    const { home, folder } = await openTestHome({ upkeep })
    for (const key of ['a', 'b', 'c']) {
      await home.append([noteChange(key, `text ${key}`)])
      expect(await home.takeSnapshot()).toMatchObject({ ok: true })
    }
    const [newest] = await listSnapshots(folder)
    const lines = (await readFile(newest?.path ?? '', 'utf8')).split('\n')
    // The header names the home, which is another, and so the end’s sum differs.
    return { rows: lines.slice(1, -2), segments: (await listSegments(folder)).map(({ name }) => name) }
  })
  const [threaded, inline] = await Promise.all(kept)
  expect(threaded?.rows).toHaveLength(3)
  expect(threaded).toEqual(inline)
})

it('tells of damage that it comes across, and of all of it in a check', async () => {
  const upkeep = createThreadUpkeep({ workerPath: ours })
  const { home, folder, logged } = await openTestHome({ upkeep })
  for (const key of ['a', 'b']) await home.append([noteChange(key, `text ${key}`)])
  const [segment] = await listSegments(folder)
  await damage(segment?.path ?? '', 'text b')
  expect(await home.takeSnapshot()).toMatchObject({ ok: true })
  expect(logged).toEqual([expect.stringMatching(/journal: \d+ bytes at \d+ are damaged \(broken\)/)])
  expect(await home.check()).toMatchObject({
    ok: true,
    value: { damaged: [{ file: segment?.name, ranges: 1 }], missing: [] },
  })
})

it('tells why a home cannot be read as the disk told it', async () => {
  const { home, folder } = await openTestHome({ upkeep: createThreadUpkeep({ workerPath: ours }) })
  await home.append([noteChange('a', 'alpha')])
  await rm(folder, { recursive: true })
  expect(await home.check()).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('is not there') },
  })
})

test.each([
  ['ends before it is done', ending, /code 3/],
  ['takes too long', silent, /not done after 600 seconds/],
  ['cannot be started', join(import.meta.dirname, 'nowhere.ts'), /nowhere/],
])('a thread that %s is told of and costs nothing but the snapshot', async (_what, workerPath, why) => {
  const timers = handTimers()
  const failing = createThreadUpkeep({ workerPath, deadlineMs, timers })
  let upkeep = failing
  const errors: unknown[] = []
  const { home, folder } = await openTestHome({
    upkeep: { ...inlineUpkeep, takeSnapshot: (...given) => upkeep.takeSnapshot(...given) },
    log: { info: () => {}, warn: () => {}, error: (_text, error) => errors.push(error) },
  })
  await home.append([noteChange('a', 'alpha')])
  const taking = home.takeSnapshot()
  if (workerPath === silent) {
    // The others may be over before anybody looks.
    await vi.waitFor(() => expect(timers.waiting()).toEqual([deadlineMs]))
    timers.advance(deadlineMs)
  }
  expect(await taking).toMatchObject({ ok: false, problem: { code: 'second-home' } })
  expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(why) })])
  expect(timers.waiting()).toEqual([])

  upkeep = inlineUpkeep
  await home.append([noteChange('b', 'beta')])
  expect(await home.takeSnapshot()).toMatchObject({ ok: true })
  expect(await listSnapshots(folder)).toMatchObject([{ number: 2 }])
  expect(await bodiesIn(home)).toEqual({ a: 'alpha', b: 'beta' })
})
