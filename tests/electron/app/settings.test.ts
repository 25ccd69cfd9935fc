import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { openSettings, type SettingsStore } from '../../../electron/app/settings.ts'
import { writeAtomically } from '../../../electron/files/write-atomically.ts'
import { openSecondHome, type SecondHome } from '../../../electron/journal/second-home.ts'
import { systemTimers } from '../../../electron/net/timers.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure } from '../../../shared/result.ts'
import { temporaryFolder } from '../journal/temporary-folder.ts'
import { silentLog } from '../silent-log.ts'

vi.mock('../../../electron/files/write-atomically.ts', { spy: true })

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A home that was never there. */
const nowhere = {
  append: async () => failure('second-home', 'not there'),
  row: async () => failure('second-home', 'not there'),
  state: () => ({ homeId: null, lastNumber: 0, trouble: null, writing: null, tornBytes: 0 }),
  onChange: () => {},
}

async function open(more: Partial<Parameters<typeof openSettings>[0]> = {}): Promise<SettingsStore> {
  return openSettings({
    path,
    apiBaseUrlFromEnvironment: null,
    home: nowhere,
    now: Date.now,
    log: silentLog,
    ...more,
  })
}

async function openTestHome(): Promise<SecondHome> {
  const dataDirectory = await temporaryFolder()
  const home = await openSecondHome({ dataDirectory, timers: systemTimers, log: silentLog })
  onTestFinished(() => home.close({ withSnapshot: false }))
  return home
}

/** What the home has of them. */
async function keptIn(home: SecondHome): Promise<unknown> {
  const row = await home.row('settings', 'settings')
  return row.ok ? row.value?.row : row
}

it('keeps a change over a restart, and leaves the rest alone', async () => {
  const before = await open()
  await before.change({ theme: 'dark' })
  await before.change({ skipBackSeconds: 20 })
  const after = await open()
  expect(after.read()).toMatchObject({ theme: 'dark', skipBackSeconds: 20, skipForwardSeconds: 30 })
})

it('falls back by the field when a line of the file is wrong', async () => {
  await writeFile(path, JSON.stringify({ theme: 'purple', noteBackSeconds: 5, apiBaseUrl: 'nonsense' }))
  expect((await open()).read()).toMatchObject({
    theme: 'system',
    noteBackSeconds: 5,
    apiBaseUrl: 'https://stenobird.com',
  })
})

it('sets a file that is no JSON aside instead of deleting it', async () => {
  await writeFile(path, '{"theme": "da')
  expect((await open()).read().theme).toBe('system')
  expect(await readFile(`${path}.unreadable`, 'utf8')).toBe('{"theme": "da')
})

it('sets aside under another name when there is something of that name already', async () => {
  await mkdir(join(`${path}.unreadable`, 'in the way'), { recursive: true })
  await writeFile(path, '{"theme": "da')
  expect((await open()).read().theme).toBe('system')
  const aside = (await readdir(folder)).find((name) => /^settings\.json\..{36}\.unreadable$/.test(name))
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{"theme": "da')
})

it('gives the defaults where the folder cannot be made', async () => {
  await writeFile(join(folder, 'a-file'), '')
  const settings = await open({ path: join(folder, 'a-file', 'settings.json') })
  expect(settings.read().theme).toBe('system')
  expect(await settings.change({ theme: 'dark' })).toMatchObject({ ok: false, problem: { code: 'file' } })
})

it('leaves no half-written file behind, also when many changes come at once', async () => {
  const settings = await open()
  await Promise.all(Array.from({ length: 20 }, (_, index) => settings.change({ noteBackSeconds: index })))
  expect(await readdir(folder)).toEqual(['settings.json'])
  expect((await open()).read().noteBackSeconds).toBe(19)
})

it('says so and changes nothing when the folder cannot be written to', async () => {
  const settings = await open()
  await rm(folder, { recursive: true })
  expect(await settings.change({ theme: 'dark' })).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(settings.read().theme).toBe('system')
})

it('says of a disk without room that it is one', async () => {
  const settings = await open()
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  vi.mocked(writeAtomically).mockRejectedValueOnce(full)
  expect(await settings.change({ theme: 'dark' })).toEqual({
    ok: false,
    problem: {
      code: 'disk-full',
      message:
        'The settings were not stored: the disk has no room. They are as they were before. Make room, then try again.',
    },
  })
  expect(settings.read().theme).toBe('system')
})

it('lets the environment decide on the service’s address', async () => {
  const settings = await open({ apiBaseUrlFromEnvironment: 'http://127.0.0.1:9' })
  await settings.change({ apiBaseUrl: 'https://elsewhere.example/' })
  expect(settings.apiBaseUrl()).toBe('http://127.0.0.1:9')
  expect((await open()).apiBaseUrl()).toBe('https://elsewhere.example')
})

it('puts each change into the second home', async () => {
  const home = await openTestHome()
  const settings = await open({ home })
  await settings.change({ theme: 'dark' })
  await settings.change({ skipBackSeconds: 20 })
  await expect.poll(() => keptIn(home)).toMatchObject({ theme: 'dark', skipBackSeconds: 20 })
})

it.each([
  ['gone', async () => rm(path)],
  ['torn', async () => writeFile(path, '{"theme": "da')],
])('takes them from the second home when their file is %s', async (_, damage) => {
  const home = await openTestHome()
  const before = await open({ home })
  await before.change({ theme: 'dark', keys: { 'play-pause': 'k' } })
  await expect.poll(() => keptIn(home)).toMatchObject({ theme: 'dark' })
  await damage()
  const after = await open({ home })
  expect(after.read()).toEqual(before.read())
  // And they are on the disk again.
  expect((await open()).read()).toEqual(before.read())
})

it('puts them there once only, also over restarts', async () => {
  const home = await openTestHome()
  await (await open({ home })).change({ theme: 'dark' })
  await expect.poll(async () => (await readFile(path, 'utf8')).includes(home.state().homeId ?? '')).toBe(true)
  const { lastNumber } = home.state()
  const again = await open({ home })
  await again.change({ theme: 'light' })
  await expect.poll(() => keptIn(home)).toMatchObject({ theme: 'light' })
  expect(home.state().lastNumber).toBe(lastNumber + 1)
})

it('puts them there as soon as it can, when it could not at first', async () => {
  const real = await openTestHome()
  let isThere = false
  const hearers: (() => void)[] = []
  const home = {
    ...real,
    append: async (changes: Parameters<SecondHome['append']>[0]) =>
      isThere ? real.append(changes) : failure('second-home', 'unplugged'),
    onChange: (hear: (standing: never) => void) => {
      hearers.push(() => hear(undefined as never))
    },
  }
  const settings = await open({ home })
  await settings.change({ theme: 'dark' })
  expect(await keptIn(real)).toBeUndefined()
  isThere = true
  for (const hear of hearers) hear()
  await expect.poll(() => keptIn(real)).toMatchObject({ theme: 'dark' })
})

it('gives them a later instant with each change, also when the clock was set back', async () => {
  const home = await openTestHome()
  let clock = Date.parse('2026-03-02T09:30:00.000Z')
  const settings = await open({ home, now: () => clock })
  await settings.change({ theme: 'dark' })
  clock -= 3_600_000
  await settings.change({ theme: 'light' })
  await expect.poll(() => keptIn(home)).toMatchObject({ theme: 'light' })
})

it('takes settings that were changed elsewhere when they are later, with the time of that', async () => {
  const settings = await open({ now: () => Date.parse('2026-03-01T00:00:00Z') })
  await settings.change({ theme: 'dark', skipBackSeconds: 20 })
  const elsewhere = (updatedAt: string, row: object): KeptChange => ({
    kind: 'settings',
    key: 'settings',
    updatedAt,
    row,
  })
  await settings.take(elsewhere('2026-02-01T00:00:00.000Z', { theme: 'light' }))
  expect(settings.read()).toMatchObject({ theme: 'dark', skipBackSeconds: 20 })
  const later = elsewhere('2026-04-01T00:00:00.000Z', { ...settings.read(), theme: 'light' })
  expect(await settings.take(later)).toMatchObject({
    ok: true,
    value: { theme: 'light', skipBackSeconds: 20 },
  })
  expect(settings.asChange()).toEqual(later)
  // One of a newer version, say, which has a field that this one cannot use.
  await settings.take(elsewhere('2026-05-01T00:00:00.000Z', { theme: 'sepia', skipBackSeconds: 30 }))
  expect(settings.read()).toMatchObject({ theme: 'light', skipBackSeconds: 30 })
  expect((await open()).asChange().updatedAt).toBe('2026-05-01T00:00:00.000Z')
})
