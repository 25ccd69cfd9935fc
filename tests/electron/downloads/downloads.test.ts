import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { fileNameFor } from '../../../electron/downloads/download-store.ts'
import { openDownloads } from '../../../electron/downloads/downloads.ts'
import { allWritten } from '../../../electron/files/json-file.ts'
import { writeAtomically } from '../../../electron/files/write-atomically.ts'
import { createFetcher } from '../../../electron/net/fetcher.ts'
import type { Download } from '../../../shared/models/download.ts'
import { silentLog } from '../silent-log.ts'

vi.mock('../../../electron/files/write-atomically.ts', { spy: true })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downloads-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))

const audio = Buffer.alloc(200_000, 7)

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await vi.waitFor(() => expect(server.listening).toBe(true))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.mp3`
}

async function openWith() {
  const fetcher = createFetcher({ version: '0', allowLocalAddresses: () => true })
  onTestFinished(() => fetcher.close())
  const told: Download[][] = []
  let seconds = 0
  const downloads = await openDownloads({
    directory: folder,
    openAudio: (url, signal) => fetcher.openStream(url, { signal }),
    changed: (list) => told.push(list),
    // Each piece is told of, since a second seems to have passed.
    now: () => {
      seconds += 1
      return new Date(seconds * 1000)
    },
    log: silentLog,
  })
  onTestFinished(() => downloads.stop())
  return { downloads, told }
}

const episode = (url: string) =>
  ({ episodeId: 'a/b', title: 'B', location: { kind: 'remote', url } }) as const

it('fetches a file whole and knows it again after a restart', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('complete'))
  expect(downloads.list()[0]).toMatchObject({ receivedBytes: 200_000, totalBytes: 200_000, problem: null })
  await vi.waitFor(async () =>
    expect(await readFile(join(folder, 'downloads.json'), 'utf8')).toContain('complete'),
  )

  const { downloads: later } = await openWith()
  const path = await later.fileOf('a/b')
  expect(await readFile(path ?? '')).toEqual(audio)
})

it('fails with a sentence when the answer is cut off, and leaves no file', async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(200, { 'content-length': 200_000 })
    answer.write(audio.subarray(0, 1000), () => answer.destroy())
  })
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]?.problem).toMatch(/\.$/)
  expect(await downloads.fileOf('a/b')).toBeNull()
  await allWritten()
  expect(await readdir(folder)).toEqual(['downloads.json'])
})

it('fails with a sentence when the file cannot take its place', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openWith()
  const name = fileNameFor('a/b', 'audio')
  await mkdir(join(folder, name, 'in the way'), { recursive: true })
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]?.problem).toMatch(
    /^The episode was not downloaded: the disk with .* reports an error/,
  )
  await allWritten()
  expect((await readdir(folder)).sort()).toEqual([name, 'downloads.json'].sort())
})

it('starts a failed one anew, and a running one only once', async () => {
  let asked = 0
  const url = await serve((_request, answer) => {
    asked += 1
    if (asked === 1) answer.writeHead(404).end()
    else answer.end(audio)
  })
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('failed'))
  await Promise.all([downloads.start(episode(url)), downloads.start(episode(url))])
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('complete'))
  expect(asked).toBe(2)
})

it('stops and deletes one that is removed while it runs', async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(200, { 'content-length': 200_000 })
    answer.write(audio.subarray(0, 1000))
  })
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.receivedBytes).toBeGreaterThan(0))
  expect(await downloads.remove('a/b')).toMatchObject({ ok: true })
  expect(downloads.list()).toEqual([])
  await vi.waitFor(async () => expect(await readdir(folder)).toEqual(['downloads.json']))
})

it('begins again at the next start what was under way when the app ended', async () => {
  let answered = false
  const url = await serve((_request, answer) => {
    if (answered) answer.end(audio)
    else {
      answer.writeHead(200, { 'content-length': 200_000 })
      answer.write(audio.subarray(0, 1000))
    }
  })
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('running'))
  await downloads.stop()
  answered = true
  const { downloads: later } = await openWith()
  await vi.waitFor(() => expect(later.list()[0]?.state).toBe('complete'))
})

it('refuses to download what lies on this computer', async () => {
  const { downloads } = await openWith()
  const refused = await downloads.start({
    episodeId: 'a/b',
    title: 'B',
    location: { kind: 'bundled', name: 'a.mp3' },
  })
  expect(refused).toMatchObject({ ok: false })
  expect(downloads.list()).toEqual([])
})

it('says so when the whole file cannot get its name, and can be asked again', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openWith()
  const taken = join(folder, fileNameFor('a/b', 'audio'))
  await mkdir(join(taken, 'something'), { recursive: true })
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]?.problem).toMatch(/reports an error/)

  await rm(taken, { recursive: true })
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('complete'))
})

it('leaves no file behind when it is removed between its last byte and its name', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads, told } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(told.at(-1)?.[0]?.receivedBytes).toBe(200_000), { interval: 0 })
  await downloads.remove('a/b')
  expect(downloads.list()).toEqual([])
  await allWritten()
  expect(await readdir(folder)).toEqual(['downloads.json'])
})

const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

it('on a disk without room it says so, and begins nothing that it could not note down', async () => {
  const { downloads } = await openWith()
  vi.mocked(writeAtomically).mockRejectedValueOnce(full())
  expect(await downloads.start(episode('http://127.0.0.1:9/a.mp3'))).toMatchObject({
    ok: false,
    problem: {
      code: 'disk-full',
      message: expect.stringMatching(/^The download was not begun: .*Make room/),
    },
  })
  expect(downloads.list()).toEqual([])
})

it('says when one was deleted and only that could not be noted down', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('complete'))
  await allWritten()
  vi.mocked(writeAtomically).mockRejectedValueOnce(full())
  expect(await downloads.remove('a/b')).toMatchObject({
    ok: false,
    problem: { code: 'disk-full', message: expect.stringMatching(/^The downloaded file is deleted, but/) },
  })
  expect(await downloads.fileOf('a/b')).toBeNull()
  expect(downloads.list()).toEqual([])
})

it('refuses what would not leave the disk its room, before a byte is written', async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(200, { 'content-length': Number.MAX_SAFE_INTEGER - 2 ** 40 })
    answer.flushHeaders()
  })
  const { downloads } = await openWith()
  await downloads.start(episode(url))
  await vi.waitFor(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]).toMatchObject({
    receivedBytes: 0,
    problem: expect.stringMatching(/enough room/),
  })
})
