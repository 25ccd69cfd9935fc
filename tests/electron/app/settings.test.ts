import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSettings } from '../../../electron/app/settings.ts'
import { writeAtomically } from '../../../electron/files/write-atomically.ts'
import { silentLog } from '../silent-log.ts'

vi.mock('../../../electron/files/write-atomically.ts', { spy: true })

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('keeps a change over a restart, and leaves the rest alone', async () => {
  const before = await openSettings(path, null, silentLog)
  await before.change({ theme: 'dark' })
  await before.change({ skipBackSeconds: 20 })
  const after = await openSettings(path, null, silentLog)
  expect(after.read()).toMatchObject({ theme: 'dark', skipBackSeconds: 20, skipForwardSeconds: 30 })
})

it('falls back by the field when a line of the file is wrong', async () => {
  await writeFile(path, JSON.stringify({ theme: 'purple', noteBackSeconds: 5, apiBaseUrl: 'nonsense' }))
  expect((await openSettings(path, null, silentLog)).read()).toMatchObject({
    theme: 'system',
    noteBackSeconds: 5,
    apiBaseUrl: 'https://stenobird.com',
  })
})

it('sets a file that is no JSON aside instead of deleting it', async () => {
  await writeFile(path, '{"theme": "da')
  expect((await openSettings(path, null, silentLog)).read().theme).toBe('system')
  expect(await readFile(`${path}.unreadable`, 'utf8')).toBe('{"theme": "da')
})

it('sets aside under another name when there is something of that name already', async () => {
  await mkdir(join(`${path}.unreadable`, 'in the way'), { recursive: true })
  await writeFile(path, '{"theme": "da')
  expect((await openSettings(path, null, silentLog)).read().theme).toBe('system')
  const aside = (await readdir(folder)).find((name) => /^settings\.json\..{36}\.unreadable$/.test(name))
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{"theme": "da')
})

it('gives the defaults where the folder cannot be made', async () => {
  await writeFile(join(folder, 'a-file'), '')
  const settings = await openSettings(join(folder, 'a-file', 'settings.json'), null, silentLog)
  expect(settings.read().theme).toBe('system')
  expect(await settings.change({ theme: 'dark' })).toMatchObject({ ok: false, problem: { code: 'file' } })
})

it('leaves no half-written file behind, also when many changes come at once', async () => {
  const settings = await openSettings(path, null, silentLog)
  await Promise.all(Array.from({ length: 20 }, (_, index) => settings.change({ noteBackSeconds: index })))
  expect(await readdir(folder)).toEqual(['settings.json'])
  expect((await openSettings(path, null, silentLog)).read().noteBackSeconds).toBe(19)
})

it('says so and changes nothing when the folder cannot be written to', async () => {
  const settings = await openSettings(path, null, silentLog)
  await rm(folder, { recursive: true })
  expect(await settings.change({ theme: 'dark' })).toMatchObject({ ok: false, problem: { code: 'file' } })
  expect(settings.read().theme).toBe('system')
})

it('says of a disk without room that it is one', async () => {
  const settings = await openSettings(path, null, silentLog)
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
  const settings = await openSettings(path, 'http://127.0.0.1:9', silentLog)
  await settings.change({ apiBaseUrl: 'https://elsewhere.example/' })
  expect(settings.apiBaseUrl()).toBe('http://127.0.0.1:9')
  expect((await openSettings(path, null, silentLog)).apiBaseUrl()).toBe('https://elsewhere.example')
})
