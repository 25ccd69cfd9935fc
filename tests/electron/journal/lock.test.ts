import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { expect, it } from 'vitest'
import { placesIn } from '../../../electron/journal/folder.ts'
import { type HomeLock, lockHome } from '../../../electron/journal/lock.ts'
import { handTimers } from '../hand-timers.ts'
import { temporaryFolder } from './temporary-folder.ts'

const nowMs = Date.parse('2026-03-02T09:30:00.000Z')
const ofAnother = { token: 'another', pid: process.ppid, host: hostname(), atMs: nowMs - 5000 }

async function lockedBy(
  lock: object | string,
): Promise<{ folder: string; lock: HomeLock | null; timers: ReturnType<typeof handTimers> }> {
  const folder = await temporaryFolder()
  await writeFile(placesIn(folder).lock, typeof lock === 'string' ? lock : JSON.stringify(lock))
  const timers = handTimers(nowMs)
  return { folder, timers, lock: await lockHome(folder, timers) }
}

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

it('lets one in, and the next one when that is gone', async () => {
  const folder = await temporaryFolder()
  const timers = handTimers(nowMs)
  const first = await lockHome(folder, timers)
  expect(await first?.isOurs()).toBe(true)
  await first?.release()
  expect(await readdir(folder)).toEqual([])
  expect(await lockHome(folder, timers)).not.toBeNull()
})

it('keeps out while another process of this computer is alive', async () => {
  const { folder, lock } = await lockedBy(ofAnother)
  expect(lock).toBeNull()
  expect(JSON.parse(await readFile(placesIn(folder).lock, 'utf8'))).toEqual(ofAnother)
})

it('keeps out while another computer says that it is there', async () => {
  expect((await lockedBy({ ...ofAnother, host: 'elsewhere', pid: 1 })).lock).toBeNull()
})

it.each([
  ['whose process ended', async () => ({ ...ofAnother, pid: await endedProcess() })],
  [
    'that was not renewed for long, though its number is another process’s now',
    async () => ({ ...ofAnother, atMs: nowMs - 121_000 }),
  ],
  [
    'of another computer that fell silent',
    async () => ({ ...ofAnother, host: 'elsewhere', atMs: nowMs - 121_000 }),
  ],
  ['from before the clock was set back', async () => ({ ...ofAnother, atMs: nowMs + 3_600_000 })],
  ['that is torn', async () => '{"tok'],
])('takes a lock over %s', async (_, held) => {
  const { folder, lock } = await lockedBy(await held())
  expect(await lock?.isOurs()).toBe(true)
  expect(await readdir(folder)).toEqual(['lock'])
})

it('renews its lock, so that others see that it is alive', async () => {
  const { folder, lock, timers } = await lockedBy('')
  timers.advance(100_000)
  await expect
    .poll(async () => JSON.parse(await readFile(placesIn(folder).lock, 'utf8')).atMs)
    .toBeGreaterThanOrEqual(nowMs + 20_000)
  await expect.poll(() => timers.waiting()).toHaveLength(1)
  await lock?.release()
  expect(timers.waiting()).toEqual([])
})

it('sees after a long sleep that another one took over, and leaves its lock alone', async () => {
  const { folder, lock, timers } = await lockedBy('')
  await writeFile(placesIn(folder).lock, JSON.stringify(ofAnother))
  timers.turnBack(-3_600_000)
  expect(await lock?.isOurs()).toBe(false)
  await lock?.release()
  expect(JSON.parse(await readFile(placesIn(folder).lock, 'utf8'))).toEqual(ofAnother)
})

it('takes a lock that vanished for its own still', async () => {
  const { folder, lock, timers } = await lockedBy('')
  await rm(placesIn(folder).lock)
  timers.turnBack(-3_600_000)
  expect(await lock?.isOurs()).toBe(true)
})
