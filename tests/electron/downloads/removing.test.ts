import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { allWritten } from '../../../electron/files/json-file.ts'
import { writeAtomically } from '../../../electron/files/write-atomically.ts'
import { serveAudio } from './served-audio.ts'
import {
  asked,
  audioIn,
  bytesOf,
  fileName,
  id,
  openIn,
  someFolder,
  soon,
  stateOf,
  until,
} from './some-downloads.ts'

vi.mock('../../../electron/files/write-atomically.ts', { spy: true })

async function withOneComplete() {
  const audio = await serveAudio(20)
  const folder = await someFolder()
  const { downloads, told } = await openIn(folder)
  await downloads.start(asked(audio.url))
  await until(downloads, 'complete')
  return { audio, folder, downloads, told }
}

async function withOneRunning() {
  const audio = await serveAudio(100)
  const folder = await someFolder()
  const { downloads } = await openIn(folder)
  audio.standIn.break('audio', { answer: 'slow', bytesPerSecond: 100_000 })
  await downloads.start(asked(audio.url))
  await soon(() => expect(downloads.list()[0]?.receivedBytes).toBeGreaterThan(20_000))
  return { audio, folder, downloads }
}

it('takes a removal back with nothing lost, and without asking the server', async () => {
  const { audio, downloads } = await withOneComplete()
  const before = audio.ranges().length
  expect(await downloads.remove(id)).toMatchObject({ ok: true })
  expect(downloads.list()).toEqual([])
  expect(await downloads.fileOf(id)).toBeNull()
  expect(await downloads.restore(id)).toMatchObject({ ok: true })
  expect(stateOf(downloads)).toBe('complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges()).toHaveLength(before)
})

it('deletes what was removed once it is forgotten, and not before', async () => {
  const { folder, downloads } = await withOneComplete()
  await downloads.remove(id)
  expect(await audioIn(folder)).toEqual([`${fileName}.removed`])
  await downloads.forget(id)
  expect(await audioIn(folder)).toEqual([])
  expect(await downloads.restore(id)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
})

it('deletes at the next start what was removed and never forgotten', async () => {
  const { folder, downloads } = await withOneComplete()
  await downloads.remove(id)
  await allWritten()
  const later = await openIn(folder)
  expect(later.downloads.list()).toEqual([])
  expect(await audioIn(folder)).toEqual([])
})

it('finishes a removal of which only the file had been set aside when the app ended', async () => {
  const { folder, downloads } = await withOneComplete()
  vi.mocked(writeAtomically).mockImplementation(async (path) => {
    if (path.endsWith('downloads.json')) throw full()
  })
  expect(await downloads.remove(id)).toMatchObject({
    ok: false,
    problem: { code: 'disk-full', message: expect.stringMatching(/^The download is removed, but/) },
  })
  vi.mocked(writeAtomically).mockReset()
  expect((await openIn(folder)).downloads.list()).toEqual([])
  expect(await audioIn(folder)).toEqual([])
})

it('leaves it where it is when that it was removed cannot be noted', async () => {
  const { audio, downloads } = await withOneComplete()
  vi.mocked(writeAtomically).mockRejectedValueOnce(full())
  expect(await downloads.remove(id)).toMatchObject({
    ok: false,
    problem: { code: 'disk-full', message: expect.stringMatching(/^The download was not removed: /) },
  })
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
})

it('cancels one that runs, and takes that back where it was', async () => {
  const { audio, folder, downloads } = await withOneRunning()
  await downloads.remove(id)
  expect(downloads.list()).toEqual([])
  expect(await audioIn(folder)).toEqual([`${fileName}.part.removed`])
  const asks = audio.ranges().length
  audio.standIn.mend('audio')
  await downloads.restore(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges().slice(asks)).toEqual([expect.stringMatching(/^bytes=[1-9]\d+-$/)])
})

it('begins anew one that was removed and is asked for again, whatever is set aside', async () => {
  const { audio, folder, downloads } = await withOneComplete()
  await downloads.remove(id)
  await downloads.start(asked(audio.url))
  await until(downloads, 'complete')
  expect(await audioIn(folder)).toEqual([fileName])
  expect(audio.ranges()).toEqual(['', ''])
})

it('leaves no file behind when it is removed between its last byte and its name', async () => {
  const audio = await serveAudio(20)
  const folder = await someFolder()
  const { downloads } = await openIn(folder)
  await downloads.start(asked(audio.url))
  await soon(() => expect(downloads.list()[0]?.receivedBytes).toBe(audio.bytes().length))
  await downloads.remove(id)
  await downloads.forget(id)
  expect(downloads.list()).toEqual([])
  expect(await audioIn(folder)).toEqual([])
})

it('leaves alone what else lies in its folder', async () => {
  const folder = await someFolder()
  await mkdir(join(folder, 'mine'))
  await writeFile(join(folder, 'notes.txt'), 'mine')
  await openIn(folder)
  expect((await readdir(folder)).sort()).toEqual(['mine', 'notes.txt'])
})

const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
