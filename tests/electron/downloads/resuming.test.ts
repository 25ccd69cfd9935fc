import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allWritten } from '../../../electron/files/json-file.ts'
import { sendZeros, serve } from '../local-server.ts'
import { serveAudio } from './served-audio.ts'
import {
  asked,
  audioIn,
  beginAndPause,
  bytesOf,
  fileName,
  id,
  openIn,
  someFolder,
  soon,
  stateOf,
  until,
} from './some-downloads.ts'

const aRange = expect.stringMatching(/^bytes=[1-9]\d+-$/)

it('goes on where the connection was cut, by itself', async () => {
  const audio = await serveAudio(100)
  audio.standIn.break('audio', { answer: 'cut-off', afterBytes: 300_000, times: 2 })
  const { downloads } = await openIn(await someFolder())
  await downloads.start(asked(audio.url))
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  // How much of what was sent had arrived is the network's affair.
  expect(audio.ranges()).toEqual(['', aRange, aRange])
})

it('gives up where it comes no further, keeps what it has, says why, and goes on from there when asked', async () => {
  const audio = await serveAudio(100)
  const folder = await someFolder()
  const { downloads } = await openIn(folder)
  await beginAndPause(downloads, audio)
  audio.standIn.break('audio', { answer: 'nothing' })
  await downloads.resume(id)
  const failed = await until(downloads, 'failed')
  expect(failed.receivedBytes).toBeGreaterThan(0)
  expect(failed.problem).toMatch(/The .* that arrived are kept: resume it/)
  expect(await downloads.fileOf(id)).toBeNull()
  expect(await audioIn(folder)).toEqual([`${fileName}.part`])

  audio.standIn.mend('audio')
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges().at(-1)).toBe(`bytes=${failed.receivedBytes}-`)
})

it('goes on after a restart in the middle', async () => {
  const audio = await serveAudio(100)
  audio.standIn.break('audio', { answer: 'slow', bytesPerSecond: 100_000 })
  const folder = await someFolder()
  const first = await openIn(folder)
  await first.downloads.start(asked(audio.url))
  await soon(() => expect(first.downloads.list()[0]?.receivedBytes).toBeGreaterThan(30_000))
  await first.downloads.stop()
  await allWritten()
  audio.standIn.mend('audio')

  const { downloads } = await openIn(folder)
  expect(downloads.list()[0]?.receivedBytes).toBeGreaterThan(30_000)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges().at(-1)).toMatch(/^bytes=[1-9]\d{4,}-$/)
})

it('begins anew when the file is another one by then', async () => {
  const audio = await serveAudio(100)
  const { downloads } = await openIn(await someFolder())
  await beginAndPause(downloads, audio)
  audio.change(90)
  await downloads.resume(id)
  const { totalBytes } = await until(downloads, 'complete')
  expect(totalBytes).toBe(audio.bytes().length)
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
})

it('begins anew at a server that cannot go on in the middle, and says so while it is paused', async () => {
  const audio = await serveAudio(100)
  const { downloads } = await openIn(await someFolder())
  const { origin } = await passOn(audio.url, { 'accept-ranges': 'none' }, 100_000)
  await downloads.start(asked(origin))
  await soon(() => expect(downloads.list()[0]?.receivedBytes).toBeGreaterThan(30_000))
  await downloads.pause(id)
  expect(downloads.list()[0]).toMatchObject({
    state: 'paused',
    receivedBytes: 0,
    problem: expect.stringMatching(/begins anew/),
  })
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
})

it('begins anew at a server that offers ranges and then sends the whole', async () => {
  const audio = await serveAudio(100)
  const { downloads } = await openIn(await someFolder())
  await beginAndPause(downloads, audio)
  audio.standIn.break('audio', { answer: 'without-ranges' })
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges()).toEqual(['', aRange])
})

/** The same audio with other headers, as slow as said. */
async function passOn(url: string, headers: Record<string, string>, bytesPerSecond: number) {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer())
  return serve(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': body.length, ...headers })
    for (let at = 0; at < body.length && !response.destroyed; at += bytesPerSecond / 20) {
      response.write(body.subarray(at, at + bytesPerSecond / 20))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    response.end()
  })
}

it('gives up a server that always cuts and never goes on in the middle', async () => {
  const audio = await serveAudio(100)
  const folder = await someFolder()
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': 1_000_000 })
    response.write(audio.bytes().subarray(0, 100_000), () => response.destroy())
  })
  const { downloads } = await openIn(folder)
  await downloads.start(asked(origin))
  const failed = await until(downloads, 'failed')
  expect(failed).toMatchObject({ receivedBytes: 0, problem: expect.stringMatching(/was cut off\.$/) })
  expect(await audioIn(folder)).toEqual([])
})

it('trusts nothing of a file that turns out longer than its server said', async () => {
  const audio = await serveAudio(100)
  const folder = await someFolder()
  const whole = audio.bytes()
  const { origin } = await serve(({ headers }, response) => {
    const from = Number(/\d+/.exec(headers.range ?? '')?.[0] ?? 0)
    const part = { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` }
    const usual = { 'content-type': 'audio/wav', etag: '"a"' }
    if (from > 0) response.writeHead(206, { ...usual, ...part }).end(whole)
    else {
      response.writeHead(200, { ...usual, 'content-length': whole.length })
      response.write(whole.subarray(0, 300_000), () => setTimeout(() => response.destroy(), 200))
    }
  })
  const { downloads } = await openIn(folder)
  await downloads.start(asked(origin))
  const failed = await until(downloads, 'failed')
  expect(failed).toMatchObject({ receivedBytes: 0, problem: expect.stringMatching(/more than it had said/) })
  expect(await audioIn(folder)).toEqual([])
})

it('stops as soon as more comes than its server said, however much that would be', async () => {
  const audio = await serveAudio(100)
  const whole = audio.bytes()
  const farTooMuch = 64_000_000
  let sent = (): number => farTooMuch
  const { origin } = await serve(({ headers }, response) => {
    const from = Number(/\d+/.exec(headers.range ?? '')?.[0] ?? 0)
    const usual = { 'content-type': 'audio/wav', etag: '"a"' }
    if (from === 0) {
      response.writeHead(200, { ...usual, 'content-length': whole.length })
      response.write(whole.subarray(0, 300_000), () => setTimeout(() => response.destroy(), 200))
      return
    }
    response.writeHead(206, {
      ...usual,
      'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}`,
    })
    sent = sendZeros(response, farTooMuch)
  })
  const folder = await someFolder()
  const { downloads } = await openIn(folder)
  await downloads.start(asked(origin))
  const failed = await until(downloads, 'failed')
  expect(failed).toMatchObject({ receivedBytes: 0, problem: expect.stringMatching(/more than it had said/) })
  expect(sent()).toBeLessThan(farTooMuch)
  expect(await audioIn(folder)).toEqual([])
})

it('keeps what it has when a web page answers instead, as in a hotel', async () => {
  const audio = await serveAudio(100)
  const { downloads } = await openIn(await someFolder())
  await beginAndPause(downloads, audio)
  const kept = downloads.list()[0]?.receivedBytes ?? 0
  audio.standIn.break('audio', { answer: 'html' })
  await downloads.resume(id)
  const failed = await until(downloads, 'failed')
  expect(failed).toMatchObject({
    receivedBytes: kept,
    problem: expect.stringMatching(/a web page, not audio.* arrived are kept: resume it/),
  })

  audio.standIn.mend('audio')
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges().at(-1)).toBe(`bytes=${kept}-`)
})

it.each([
  ['another first byte', { 'content-range': 'bytes 0-799/800044' }],
  ['another length of the whole', { 'content-range': 'bytes 300000-800043/900000' }],
  ['another tag', { etag: '"other"' }],
  ['no range', { 'content-range': null }],
])('does not believe a part that says %s, and begins anew', async (_name, headers) => {
  const audio = await serveAudio(100)
  const { downloads } = await openIn(await someFolder())
  await beginAndPause(downloads, audio)
  audio.standIn.break('audio', { headers, times: 1 })
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges()).toEqual(['', aRange, ''])
})

it('finds a partial file that lost its end, or got some more, and ends with the right one', async () => {
  for (const harm of [
    (path: string) => truncate(path, 10_000),
    (path: string) => appendFile(path, Buffer.alloc(5000, 1)),
    (path: string) => writeFile(path, ''),
  ]) {
    const audio = await serveAudio(100)
    const folder = await someFolder()
    const first = await openIn(folder)
    await beginAndPause(first.downloads, audio)
    await allWritten()
    await harm(join(folder, `${fileName}.part`))

    const { downloads } = await openIn(folder)
    expect(stateOf(downloads)).toBe('paused')
    await downloads.resume(id)
    await until(downloads, 'complete')
    expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  }
})

it('knows a whole file again whose last note was lost with the app', async () => {
  const audio = await serveAudio(20)
  const folder = await someFolder()
  const first = await openIn(folder)
  await first.downloads.start(asked(audio.url))
  await until(first.downloads, 'complete')
  await allWritten()
  const list = join(folder, 'downloads.json')
  const text = await readFile(list, 'utf8')
  await writeFile(list, text.replace('"complete"', '"running"'))
  const before = audio.ranges().length

  const { downloads } = await openIn(folder)
  expect(downloads.list()[0]).toMatchObject({ state: 'complete', receivedBytes: audio.bytes().length })
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  expect(audio.ranges()).toHaveLength(before)
})

it('says of a whole file that is gone, or was cut, that it is to be downloaded again', async () => {
  const audio = await serveAudio(20)
  const folder = await someFolder()
  const first = await openIn(folder)
  await first.downloads.start(asked(audio.url))
  await until(first.downloads, 'complete')
  await allWritten()
  await truncate(join(folder, fileName), 1000)

  const { downloads } = await openIn(folder)
  expect(downloads.list()[0]).toMatchObject({ state: 'failed', problem: expect.stringMatching(/changed by/) })
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await stat(join(folder, fileName))).size).toBe(audio.bytes().length)
})

it('does not take one that was cut for whole at a later start, nor when its new download is paused', async () => {
  const audio = await serveAudio(100)
  const folder = await someFolder()
  const first = await openIn(folder)
  await first.downloads.start(asked(audio.url))
  await until(first.downloads, 'complete')
  await allWritten()
  await truncate(join(folder, fileName), 1000)

  const second = await openIn(folder)
  await second.downloads.start(asked(audio.url, 'a/other'))
  await until(second.downloads, 'complete', 'a/other')
  await allWritten()

  const { downloads } = await openIn(folder)
  expect(stateOf(downloads)).toBe('failed')
  expect(await downloads.fileOf(id)).toBeNull()
  await downloads.remove('a/other')
  await beginAndPause(downloads, audio)
  expect(stateOf(downloads)).toBe('paused')
  await downloads.resume(id)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
})

it('reads a list of the version that began everything anew', async () => {
  const audio = await serveAudio(20)
  const folder = await someFolder()
  const row = {
    episodeId: id,
    title: 'B',
    state: 'running',
    receivedBytes: 1000,
    totalBytes: 160_044,
    problem: null,
    createdAt: '2026-03-04T10:00:00.000Z',
    location: { kind: 'remote', url: audio.url },
  }
  await writeFile(join(folder, 'downloads.json'), JSON.stringify([row]))
  await writeFile(join(folder, `${fileName}.part`), 'left over')
  const { downloads } = await openIn(folder)
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
})

it('tries again what failed for want of a network, once there is one', async () => {
  const audio = await serveAudio(20)
  const { downloads } = await openIn(await someFolder())
  await audio.standIn.stop()
  await downloads.start(asked(audio.url))
  await until(downloads, 'failed')
  await audio.standIn.restart()
  downloads.networkIsBack()
  await until(downloads, 'complete')
  expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
})
