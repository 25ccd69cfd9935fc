import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createFindExactAudio } from '../../../electron/media/exact-audio.ts'
import { fileResponse } from '../../../electron/media/file-response.ts'
import { indexFrames } from '../../../electron/media/mp3/frame-index.ts'
import { silentLog } from '../silent-log.ts'
import { madeFrame } from './mp3/made-mp3.ts'

vi.mock('../../../electron/media/mp3/frame-index.ts', { spy: true })

async function arrange(content: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'exact-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'a.mp3')
  await writeFile(path, content)
  const index = join(folder, 'audio-index')
  const findAnew = () => createFindExactAudio({ folder: index, log: silentLog })
  return { path, index, find: findAnew(), findAnew }
}

const mp3 = Buffer.concat([64, 128, 320, 64, 96].flatMap((rate) => [madeFrame(rate), madeFrame(rate)]))

test('a file is read through once, also over a restart, and again once it was changed', async () => {
  const { path, find, findAnew } = await arrange(mp3)
  vi.mocked(indexFrames).mockClear()
  const [first, second] = await Promise.all([find(path), find(path)])
  expect(first).toMatchObject({ timing: 'exact', head: { fileBytes: mp3.length } })
  expect(second).toEqual(first)
  expect(await findAnew()(path)).toEqual(first)
  expect(indexFrames).toHaveBeenCalledTimes(1)
  await writeFile(path, Buffer.concat([mp3, madeFrame(64)]))
  expect(await find(path)).toMatchObject({ head: { fileBytes: mp3.length + madeFrame(64).length } })
  expect(indexFrames).toHaveBeenCalledTimes(2)
})

test.each([
  ['MP4', 'exact', '\0\0\0\x20ftypM4A '],
  ['Ogg', 'exact', 'OggS\0\x02'],
  ['FLAC', 'exact', 'fLaC'],
  ['WAV', 'exact', 'RIFF\0\0\0\0WAVE'],
  ['anything else', 'estimated', 'nothing that is known'],
] as const)('%s is played as it is, and its times are %s', async (_, timing, beginning) => {
  const { path, find, index } = await arrange(Buffer.from(beginning, 'latin1'))
  expect(await find(path)).toEqual({ timing, head: null })
  expect(await find(path)).toEqual({ timing, head: null })
  if (timing === 'exact') await expect(readdir(index)).rejects.toThrow()
})

test('a file that is gone, and notes about one that are damaged, are no fault', async () => {
  const { path, index, find, findAnew } = await arrange(mp3)
  const found = await find(path)
  const [name = ''] = await readdir(index)
  await writeFile(join(index, name), (await readFile(join(index, name))).subarray(0, 20))
  expect(await findAnew()(path)).toEqual(found)
  await rm(path)
  expect(await find(path)).toEqual({ timing: 'estimated', head: null })
})

test('what a player is sent by ranges is the head and then the file, to the byte', async () => {
  const { path, find } = await arrange(mp3)
  const { head } = await find(path)
  const whole = Buffer.concat([head?.bytes ?? Buffer.alloc(0), mp3])
  const sent = async (range: string | null) => {
    const headers: HeadersInit = range === null ? {} : { range }
    const response = await fileResponse(
      { kind: 'file', path, head },
      new Request('media://audio/x', { headers }),
    )
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const all = await sent(null)
  expect(all.bytes.equals(whole)).toBe(true)
  expect(all.response.headers.get('content-type')).toBe('audio/mp4')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(whole.length), async (first, length) => {
      const { response, bytes } = await sent(`bytes=${first}-${first + length}`)
      expect(response.status).toBe(206)
      const last = Math.min(first + length, whole.length - 1)
      expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/${whole.length}`)
      expect(bytes.equals(whole.subarray(first, last + 1))).toBe(true)
    }),
    { numRuns: 100 },
  )
  await writeFile(path, mp3.subarray(1))
  expect((await sent(null)).response.status).toBe(404)
})
