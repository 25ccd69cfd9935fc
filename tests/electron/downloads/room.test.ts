import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allWritten } from '../../../electron/files/json-file.ts'
import { mountDisk, named, withDisk } from '../journal/mounted-disk.ts'
import { serve } from '../local-server.ts'
import { serveAudio } from './served-audio.ts'
import { asked, audioIn, beginAndPause, bytesOf, openIn, someFolder, until } from './some-downloads.ts'

const megabyte = 1024 * 1024

it(named('begins nothing that does not fit on the disk, and says what it needs'), withDisk, async () => {
  const disk = await mountDisk(megabyte)
  const audio = await serveAudio(300)
  const { downloads } = await openIn(disk.path)
  await downloads.start(asked(audio.url))
  const failed = await until(downloads, 'failed')
  expect(failed.problem).toMatch(
    /^There is not enough room on the disk for this episode\. It needs 2\.4 MB more\. 1\.0 MB are free\. Make room/,
  )
  expect(await audioIn(disk.path)).toEqual([])
})

it(named('leaves the disk its spare room'), withDisk, async () => {
  const disk = await mountDisk(4 * megabyte)
  const audio = await serveAudio(300)
  const { downloads } = await openIn(disk.path, { spareBytes: 2 * megabyte })
  await downloads.start(asked(audio.url))
  expect((await until(downloads, 'failed')).problem).toMatch(/of which Earmark leaves 2\.1 MB alone/)
})

it(
  named('keeps what fits when the disk gets full on the way, and goes on once there is room'),
  withDisk,
  async () => {
    const disk = await mountDisk(3 * megabyte)
    const audio = await serveAudio(300)
    // Without its length, so that nobody can know it beforehand.
    const { origin } = await serve(async (request, response) => {
      const { range, 'if-range': ifRange } = request.headers
      const given = range === undefined ? {} : { range, 'if-range': String(ifRange) }
      const answer = await fetch(audio.url, { headers: given })
      const passed = ['content-type', 'etag', 'content-range'].flatMap((name) => {
        const value = answer.headers.get(name)
        return value === null ? [] : [[name, value.replace(/\/\d+$/, '/*')]]
      })
      response.writeHead(answer.status, Object.fromEntries(passed))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
    // Something else takes the room.
    const other = join(disk.path, 'other.json')
    await writeFile(other, Buffer.alloc(1.5 * megabyte))
    const { downloads } = await openIn(disk.path)
    await downloads.start(asked(origin))
    const failed = await until(downloads, 'failed')
    expect(failed.problem).toMatch(
      /^The episode was not downloaded: the disk has no room\..* are kept: resume it/,
    )
    expect(failed.receivedBytes).toBeGreaterThan(100_000)

    await rm(other)
    await downloads.resume('a/b')
    await until(downloads, 'complete')
    expect((await bytesOf(downloads)).equals(audio.bytes())).toBe(true)
  },
)

it('refuses for want of room before it touches what an earlier try left', async () => {
  const audio = await serveAudio(100)
  const folder = await someFolder()
  const first = await openIn(folder)
  const receivedBytes = await beginAndPause(first.downloads, audio)
  await first.downloads.stop()
  await allWritten()

  const { bavail, bsize } = await statfs(folder)
  const { downloads } = await openIn(folder, { spareBytes: bavail * bsize * 2 })
  await downloads.resume('a/b')
  expect(await until(downloads, 'failed')).toMatchObject({
    receivedBytes,
    problem: expect.stringMatching(/^There is not enough room/),
  })
})
