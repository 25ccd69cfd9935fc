import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { listSegments, listSnapshots, placesIn } from '../../../electron/journal/folder.ts'
import { openSecondHome, type SecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import type { HomeStanding } from '../../../shared/kept/home.ts'
import { silentLog } from '../silent-log.ts'
import { mountDisk, named, withDisk } from './mounted-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { bodiesIn, noteChange } from './test-home.ts'

async function openIn(dataDirectory: string): Promise<SecondHome> {
  const home = await openSecondHome({ dataDirectory, timers: systemTimers, log: silentLog })
  onTestFinished(() => home.close({ withSnapshot: false }))
  return home
}

async function restarted(home: SecondHome, dataDirectory: string): Promise<SecondHome> {
  await home.close({ withSnapshot: true })
  return openIn(dataDirectory)
}

/** A home with one snapshot and two entries, in its usual place, and an empty folder on what may be another disk. */
async function arranged() {
  const dataDirectory = await temporaryFolder()
  const elsewhere = await temporaryFolder()
  const first = await openIn(dataDirectory)
  await first.append([noteChange('a', 'alpha')])
  const home = await restarted(first, dataDirectory)
  await home.append([noteChange('b', 'beta')])
  return { dataDirectory, elsewhere, home, usual: join(dataDirectory, 'home') }
}
const all = { a: 'alpha', b: 'beta' }

it('lies in the data folder until it is moved', async () => {
  const { home, usual } = await arranged()
  expect(await home.standing()).toMatchObject({ folder: usual, isDefault: true, lastNumber: 2, snapshots: 1 })
})

it('moves with all that is in it, goes on there, and stays there over a restart', async () => {
  const { dataDirectory, elsewhere, home, usual } = await arranged()
  const told: HomeStanding[] = []
  home.onChange((standing) => told.push(standing))
  const { homeId } = home.state()
  const moved = await home.move(elsewhere)
  expect(moved).toMatchObject({
    ok: true,
    value: { homeId, folder: elsewhere, isDefault: false, lastNumber: 2 },
  })
  await expect.poll(() => told.at(-1)?.folder).toBe(elsewhere)
  expect(await home.append([noteChange('c', 'gamma')])).toEqual({ ok: true, value: { number: 3 } })
  const again = await restarted(home, dataDirectory)
  expect(await again.standing()).toMatchObject({ homeId, folder: elsewhere, lastNumber: 3, trouble: null })
  expect(await bodiesIn(again)).toEqual({ ...all, c: 'gamma' })
  expect(await again.check()).toMatchObject({ value: { damaged: [], missing: [] } })
  // The old one is as it was.
  expect(await listSnapshots(usual)).toHaveLength(1)
  expect(existsSync(placesIn(usual).identity)).toBe(true)
})

it('loses nothing that is written while it moves', async () => {
  const { elsewhere, home } = await arranged()
  const moving = home.move(elsewhere)
  const keys = Array.from({ length: 30 }, (_, index) => `note ${index}`)
  for (const key of keys) expect((await home.append([noteChange(key, key)])).ok).toBe(true)
  expect((await moving).ok).toBe(true)
  expect(await bodiesIn(home)).toMatchObject({ ...all, ...Object.fromEntries(keys.map((key) => [key, key])) })
})

it('does not become one that another Earmark is using', async () => {
  const { elsewhere, home, usual } = await arranged()
  await (await openIn(elsewhere)).close({ withSnapshot: false })
  const other = join(elsewhere, 'home')
  const lock = { token: 'other', pid: process.ppid, host: hostname(), atMs: Date.now() }
  await writeFile(placesIn(other).lock, JSON.stringify(lock))
  expect(await home.move(other)).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('another Earmark is using the one in') },
  })
  expect(await home.standing()).toMatchObject({ folder: usual, trouble: null })
  expect(JSON.parse(await readFile(placesIn(other).lock, 'utf8'))).toEqual(lock)
  await rm(placesIn(other).lock)
  expect(await home.move(other)).toMatchObject({ ok: true, value: { folder: other } })
})

it('makes a folder of its own beside a person’s files', async () => {
  const { elsewhere, home } = await arranged()
  await writeFile(join(elsewhere, 'holiday.jpg'), '')
  expect(await home.move(elsewhere)).toMatchObject({
    ok: true,
    value: { folder: join(elsewhere, 'Earmark') },
  })
  expect((await readdir(elsewhere)).sort()).toEqual(['Earmark', 'holiday.jpg'])
})

it('stays where it is when the folder cannot be used, and says why', async () => {
  const { elsewhere, home, usual } = await arranged()
  await mkdir(join(elsewhere, 'Earmark'))
  await writeFile(join(elsewhere, 'Earmark', 'thesis.odt'), '')
  await writeFile(
    join(elsewhere, 'home.json'),
    '{"format":"earmark-home","version":2,"homeId":"0195a000-0000-7000-8000-000000000001"}',
  )
  await mkdir(join(usual, 'inside'))
  for (const folder of [
    elsewhere,
    join(elsewhere, 'home.json'),
    join(elsewhere, 'gone'),
    usual,
    join(usual, 'inside'),
  ]) {
    expect(await home.move(folder)).toMatchObject({ ok: false })
  }
  await rm(join(elsewhere, 'home.json'))
  expect(await home.move(elsewhere)).toMatchObject({ ok: false, problem: { code: 'second-home' } })
  expect(await home.append([noteChange('c', 'gamma')])).toEqual({ ok: true, value: { number: 3 } })
  expect((await home.standing()).folder).toBe(usual)
})

it(
  named('stays where it is when the other disk is too small, and leaves nothing there'),
  withDisk,
  async () => {
    const { dataDirectory, home, usual } = await arranged()
    await home.append([noteChange('c', 'x'.repeat(300_000))])
    const disk = await mountDisk(128 * 1024)
    const moved = await home.move(disk.path)
    expect(moved).toMatchObject({ ok: false, problem: { code: 'second-home' } })
    expect(moved.ok ? '' : moved.problem.message).toBe(
      'Your second home was not moved: the disk has no room. It stays where it is. Make room, then try again.',
    )
    expect(await readdir(disk.path)).toEqual([])
    expect((await home.append([noteChange('d', 'delta')])).ok).toBe(true)
    expect((await (await restarted(home, dataDirectory)).standing()).folder).toBe(usual)
  },
)

it(named('stays where it is when the other disk can only be read, and says so'), withDisk, async () => {
  const { home, usual } = await arranged()
  const disk = await mountDisk(128 * 1024)
  const [empty, filled] = [join(disk.path, 'empty'), join(disk.path, 'filled')]
  await mkdir(empty)
  await mkdir(filled)
  await writeFile(join(filled, 'holiday.jpg'), '')
  disk.makeReadOnly()
  for (const folder of [empty, filled]) {
    const moved = await home.move(folder)
    expect(moved.ok ? '' : moved.problem.message).toMatch(
      /^Your second home was not moved: the disk with \S+ can only be read\. It stays where it is\./,
    )
  }
  expect(await home.standing()).toMatchObject({ folder: usual, trouble: null })
})

it('moves back, and keeps the copy that was left there', async () => {
  const { dataDirectory, elsewhere, home, usual } = await arranged()
  await home.move(elsewhere)
  await home.append([noteChange('c', 'gamma')])
  expect(await home.keepHere()).toMatchObject({
    ok: true,
    value: { folder: usual, isDefault: true, lastNumber: 3 },
  })
  expect(await bodiesIn(home)).toEqual({ ...all, c: 'gamma' })
  const left = (await readdir(dataDirectory)).filter((name) => name.startsWith('home '))
  expect(left).toHaveLength(1)
  expect(await listSegments(join(dataDirectory, left[0] ?? ''))).not.toEqual([])
  expect(await home.keepHere()).toMatchObject({ ok: true, value: { folder: usual } })
  expect((await (await restarted(home, dataDirectory)).standing()).lastNumber).toBe(3)
})

it('joins a home that is there already, of another computer say', async () => {
  const { dataDirectory, home } = await arranged()
  const other = await arranged()
  await other.home.append([noteChange('x', 'from elsewhere')])
  await other.home.close({ withSnapshot: false })
  expect(await home.move(other.usual)).toMatchObject({
    ok: true,
    value: { homeId: other.home.state().homeId },
  })
  expect(await bodiesIn(home)).toMatchObject({ x: 'from elsewhere' })
  expect((await (await restarted(home, dataDirectory)).standing()).folder).toBe(other.usual)
})

it('makes nothing of a copy that was ended in the middle, and begins it anew', async () => {
  const { dataDirectory, elsewhere, home, usual } = await arranged()
  await home.move(elsewhere)
  // As the app leaves it when it is killed on the way back.
  await rm(usual, { recursive: true })
  await mkdir(join(usual, 'snapshots'), { recursive: true })
  await writeFile(join(usual, 'snapshots', 'half.snapshot'), 'ha')
  await writeFile(join(usual, 'unfinished-copy'), '')
  expect(await home.keepHere()).toMatchObject({ ok: true, value: { folder: usual, lastNumber: 2 } })
  expect(await bodiesIn(home)).toEqual(all)
  expect((await readdir(usual)).sort()).toEqual(['home.json', 'journal', 'lock', 'snapshots'])
  expect((await (await restarted(home, dataDirectory)).standing()).isDefault).toBe(true)
})

it('leaves a folder alone that holds files like ours, but is no home', async () => {
  const { elsewhere, home } = await arranged()
  await mkdir(join(elsewhere, 'journal'))
  await writeFile(join(elsewhere, 'journal', 'of my travels.txt'), '')
  expect(await home.move(elsewhere)).toMatchObject({
    ok: true,
    value: { folder: join(elsewhere, 'Earmark') },
  })
  expect(await readdir(join(elsewhere, 'journal'))).toEqual(['of my travels.txt'])
})

/** Moved to a folder that is not there at the next start. */
async function unplugged() {
  const { dataDirectory, elsewhere, home, usual } = await arranged()
  const away = `${elsewhere}-unplugged`
  onTestFinished(() => rm(away, { recursive: true, force: true }))
  await home.move(elsewhere)
  await home.append([noteChange('c', 'gamma')])
  const { homeId } = home.state()
  await home.close({ withSnapshot: false })
  await rename(elsewhere, away)
  return { dataDirectory, elsewhere, away, usual, homeId, home: await openIn(dataDirectory) }
}

it('starts without a home that is not there, says so, and makes no other', async () => {
  const { dataDirectory, elsewhere, homeId, home } = await unplugged()
  expect(await home.standing()).toMatchObject({ folder: elsewhere, homeId, trouble: { code: 'missing' } })
  expect(await home.append([noteChange('d', 'delta')])).toMatchObject({
    ok: false,
    problem: { code: 'second-home' },
  })
  // An empty page would say that it holds nothing.
  for (const after of [null, 0, 3]) {
    expect(await home.read({ after, cursor: null })).toMatchObject({
      ok: false,
      problem: { code: 'second-home' },
    })
  }
  expect(existsSync(elsewhere)).toBe(false)
  expect((await readdir(dataDirectory)).sort()).toEqual(['home', 'home-move.json', 'home-place.json'])
})

it('goes on with it when it is there again', async () => {
  const { elsewhere, away, homeId, home } = await unplugged()
  await rename(away, elsewhere)
  expect(await home.retry()).toMatchObject({ ok: true, value: { homeId, lastNumber: 3, trouble: null } })
  expect(await home.append([noteChange('d', 'delta')])).toEqual({ ok: true, value: { number: 4 } })
})

it('does not take another home at its place for it', async () => {
  const { elsewhere, home } = await unplugged()
  const other = await arranged()
  await other.home.close({ withSnapshot: false })
  await cp(other.usual, elsewhere, { recursive: true })
  expect(await home.retry()).toMatchObject({ ok: true, value: { trouble: { code: 'missing' } } })
  expect((await home.append([noteChange('d', 'delta')])).ok).toBe(false)
})

it('finds it again in a folder of another name', async () => {
  const { away, homeId, home } = await unplugged()
  expect(await home.move(away)).toMatchObject({
    ok: true,
    value: { homeId, folder: away, lastNumber: 3, trouble: null },
  })
  expect(await bodiesIn(home)).toEqual({ ...all, c: 'gamma' })
})

it('begins a new one in another folder, for the page to fill', async () => {
  const { dataDirectory, homeId, home } = await unplugged()
  const folder = await temporaryFolder()
  const moved = await home.move(folder)
  expect(moved).toMatchObject({ ok: true, value: { folder, lastNumber: 0, trouble: null } })
  expect(moved.ok && moved.value.homeId).not.toBe(homeId)
  expect(await home.append([noteChange('a', 'alpha')])).toEqual({ ok: true, value: { number: 1 } })
  expect((await (await restarted(home, dataDirectory)).standing()).folder).toBe(folder)
})

it('begins a new one on this computer, on top of what was left there, under another id', async () => {
  const { dataDirectory, homeId, home, usual } = await unplugged()
  const kept = await home.keepHere()
  expect(kept).toMatchObject({ ok: true, value: { folder: usual, isDefault: true, trouble: null } })
  expect(kept.ok && kept.value.homeId).not.toBe(homeId)
  expect(await bodiesIn(home)).toEqual(all)
  expect(existsSync(join(dataDirectory, 'home-place.json'))).toBe(true)
  expect(JSON.parse(await readFile(join(dataDirectory, 'home-place.json'), 'utf8'))).toBeNull()
  expect((await (await restarted(home, dataDirectory)).standing()).isDefault).toBe(true)
})

it('does one move after another', async () => {
  const { elsewhere, home } = await arranged()
  const other = await temporaryFolder()
  const results = await Promise.all([
    home.move(elsewhere),
    home.move(other),
    home.append([noteChange('c', 'gamma')]),
  ])
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
  expect((await home.standing()).folder).toBe(other)
  expect(await bodiesIn(home)).toEqual({ ...all, c: 'gamma' })
})

it('opens and moves beside folders of other names, also those that end as its own unfinished files do', async () => {
  const { dataDirectory, elsewhere, home, usual } = await arranged()
  await home.close({ withSnapshot: false })
  // An archive that is being written there, and one that somebody put there.
  const others = ['.mine.zip.part', 'kept.part/letter', 'snapshots/kept/letter'].map((name) =>
    join(usual, name),
  )
  for (const path of others) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'x')
  }
  const again = await openIn(dataDirectory)
  expect(await again.standing()).toMatchObject({ trouble: null, snapshots: 1 })
  expect(others.filter((path) => existsSync(path))).toEqual(others)
  expect(await again.move(elsewhere)).toMatchObject({ ok: true, value: { folder: elsewhere, snapshots: 1 } })
  expect(await bodiesIn(again)).toEqual(all)
})
