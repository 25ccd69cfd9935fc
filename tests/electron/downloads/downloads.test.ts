import { mkdir, readFile, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, it, vi } from 'vitest'
import { writeAtomically } from '../../../electron/files/write-atomically.ts'
import { serve as serveAt } from '../local-server.ts'
import { asked, audioIn, bytesOf, fileName, openIn, someFolder, soon, until } from './some-downloads.ts'

vi.mock('../../../electron/files/write-atomically.ts', { spy: true })

let folder = ''
beforeEach(async () => {
  folder = await someFolder()
})

const audio = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(199_997, 7)])

const serve = async (listener: RequestListener) => `${(await serveAt(listener)).origin}/a.mp3`

it('fetches a file whole and knows it again after a restart', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('complete'))
  expect(downloads.list()[0]).toMatchObject({ receivedBytes: 200_000, totalBytes: 200_000, problem: null })
  await soon(async () => expect(await readFile(join(folder, 'downloads.json'), 'utf8')).toContain('complete'))

  const { downloads: later } = await openIn(folder)
  const path = await later.fileOf('a/b')
  expect(await readFile(path ?? '')).toEqual(audio)
})

it('fails with a sentence when the answer is cut off and cannot be gone on from, and leaves no file', async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(200, { 'content-length': 200_000 })
    answer.write(audio.subarray(0, 1000), () => answer.destroy())
  })
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]?.problem).toMatch(/\.$/)
  expect(await downloads.fileOf('a/b')).toBeNull()
  expect(await audioIn(folder)).toEqual([])
})

it('fails with a sentence when the file cannot take its place', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openIn(folder)
  await mkdir(join(folder, fileName, 'in the way'), { recursive: true })
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]?.problem).toMatch(
    /^The episode was downloaded, but could not be given its place: the disk with .* reports an error/,
  )
})

it('starts a failed one anew, and a running one only once', async () => {
  let requests = 0
  const url = await serve((_request, answer) => {
    requests += 1
    if (requests === 1) answer.writeHead(404).end()
    else answer.end(audio)
  })
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('failed'))
  await Promise.all([downloads.start(asked(url)), downloads.start(asked(url))])
  await soon(() => expect(downloads.list()[0]?.state).toBe('complete'))
  expect(requests).toBe(2)
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
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('running'))
  await downloads.stop()
  answered = true
  const { downloads: later } = await openIn(folder)
  await soon(() => expect(later.list()[0]?.state).toBe('complete'))
})

it('refuses to download what lies on this computer', async () => {
  const { downloads } = await openIn(folder)
  const refused = await downloads.start({
    episodeId: 'a/b',
    title: 'B',
    location: { kind: 'bundled', name: 'a.mp3' },
    askedBy: 'person',
  })
  expect(refused).toMatchObject({ ok: false })
  expect(downloads.list()).toEqual([])
})

it('says so when the whole file cannot get its name, and can be asked again', async () => {
  const url = await serve((_request, answer) => answer.end(audio))
  const { downloads } = await openIn(folder)
  const taken = join(folder, fileName)
  await mkdir(join(taken, 'something'), { recursive: true })
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]?.problem).toMatch(/reports an error/)

  await rm(taken, { recursive: true })
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('complete'))
})

const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

it('on a disk without room it says so, and begins nothing that it could not note down', async () => {
  const { downloads } = await openIn(folder)
  vi.mocked(writeAtomically).mockRejectedValueOnce(full())
  expect(await downloads.start(asked('http://127.0.0.1:9/a.mp3'))).toMatchObject({
    ok: false,
    problem: {
      code: 'disk-full',
      message: expect.stringMatching(/^The download was not begun: .*Make room/),
    },
  })
  expect(downloads.list()).toEqual([])
})

it('refuses what would not leave the disk its room, before a byte is written', async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(200, { 'content-length': 10 ** 15 - 1 })
    answer.write(audio)
  })
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  await soon(() => expect(downloads.list()[0]?.state).toBe('failed'))
  expect(downloads.list()[0]).toMatchObject({
    receivedBytes: 0,
    problem: expect.stringMatching(/^There is not enough room.* It needs 1000 TB more\. .* are free/),
  })
})

it.each([
  ['a web page', 'text/html', '<!doctype html><title>Hello</title>'],
  ['text', 'audio/mpeg', '{"error": "gone"}'],
  ['a picture', 'image/png', 'PNG, more or less'],
  ['nothing', 'audio/mpeg', ''],
])('does not take %s for audio, and leaves nothing of it', async (_name, type, body) => {
  const url = await serve((_request, answer) => answer.writeHead(200, { 'content-type': type }).end(body))
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  expect((await until(downloads, 'failed')).problem).toMatch(/^What 127\.0\.0\.1:\d+ sends is .*\.$/)
  expect(await audioIn(folder)).toEqual([])
})

it('fetches one that is packed on its way, of which the length is not told', async () => {
  const url = await serve((_request, answer) => {
    answer.writeHead(200, { 'content-encoding': 'gzip', etag: '"packed"', 'content-type': 'audio/mpeg' })
    answer.end(gzipSync(audio))
  })
  const { downloads } = await openIn(folder)
  await downloads.start(asked(url))
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio)).toBe(true)
})

it('runs two at a time, those that the person asked for first', async () => {
  const waiting: (() => void)[] = []
  const begun: string[] = []
  const { origin } = await serveAt((request, answer) => {
    begun.push(request.url ?? '')
    waiting.push(() => answer.end(audio))
  })
  const { downloads } = await openIn(folder)
  for (const name of ['one', 'two', 'three', 'four'] as const) {
    const askedBy = name === 'four' ? 'person' : 'automatic'
    await downloads.start({ ...asked(`${origin}/${name}`, `a/${name}`), askedBy })
  }
  await soon(() => expect(begun).toEqual(['/one', '/two']))
  expect(downloads.list().map(({ state }) => state)).toEqual(['running', 'running', 'queued', 'queued'])
  waiting.shift()?.()
  await soon(() => expect(begun).toEqual(['/one', '/two', '/four']))
  while (begun.length < 4 || waiting.length > 0) {
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await soon(() => expect(downloads.list().every(({ state }) => state === 'complete')).toBe(true))
})

it('tells how fast it comes, and stops telling when it is done', async () => {
  const { origin } = await serveAt(async (_request, answer) => {
    answer.writeHead(200, { 'content-length': audio.length })
    for (let at = 0; at < audio.length && !answer.destroyed; at += 10_000) {
      answer.write(audio.subarray(at, at + 10_000))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    answer.end()
  })
  const { downloads, told } = await openIn(folder)
  await downloads.start(asked(origin))
  await until(downloads, 'complete')
  const speeds = told.flatMap((list) => list[0]?.bytesPerSecond ?? [])
  expect(speeds.length).toBeGreaterThan(0)
  // 100 kB a second, on a machine that may be busy.
  for (const speed of speeds) expect(speed).toBeGreaterThan(5_000)
  for (const speed of speeds) expect(speed).toBeLessThan(200_000)
  expect(downloads.list()[0]?.bytesPerSecond).toBeNull()
})
