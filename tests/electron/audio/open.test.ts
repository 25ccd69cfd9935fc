import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createOpenAudio } from '../../../electron/audio/open.ts'
import type { ExactAudio } from '../../../electron/media/exact-audio.ts'
import type { MediaTarget } from '../../../electron/media/media-scheme.ts'
import { failure, type Result, success } from '../../../shared/result.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-'))
  await writeFile(join(folder, 'first.mp3'), 'audio')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const remote = { kind: 'remote', url: 'https://example.org/a.mp3' } as const
const chosen = { kind: 'local', fileId: '0197a5a0-0000-7000-8000-000000000000', name: 'talk.mp3' } as const

const head = { bytes: Buffer.from('head'), fileBytes: 5 }
const exact: ExactAudio = { timing: 'exact', head }

function arrange(parts: { downloaded?: string; chosen?: string; probed?: Result<unknown> } = {}) {
  const targets: MediaTarget[] = []
  const probed: string[] = []
  const openAudio = createOpenAudio({
    addressFor: (target) => `media://audio/${targets.push(target)}`,
    downloadedFile: async () => parts.downloaded ?? null,
    chosenFile: () => parts.chosen ?? null,
    bundledDirectory: folder,
    findExact: async () => exact,
    probe: async (url) => {
      probed.push(url)
      return parts.probed ?? success(null)
    },
  })
  return { openAudio, targets, probed }
}

it('plays a download from the disk, and asks no network for it', async () => {
  const path = join(folder, 'first.mp3')
  const { openAudio, targets, probed } = arrange({
    downloaded: path,
    probed: failure('unreachable', 'Offline.'),
  })
  expect(await openAudio({ episodeId: 'a/b', location: remote })).toMatchObject({ ok: true })
  expect(targets).toEqual([{ kind: 'file', path, head }])
  expect(probed).toEqual([])
})

it('makes sure that an address answers with audio before it is played', async () => {
  const { openAudio, targets } = arrange()
  expect(await openAudio({ episodeId: 'a/b', location: remote })).toEqual(
    success({ url: 'media://audio/1', timing: 'unknown' }),
  )
  expect(targets).toEqual([{ kind: 'remote', url: remote.url }])

  const page = arrange({ probed: failure('not-audio', 'A web page.') })
  expect(await page.openAudio({ episodeId: 'a/b', location: remote })).toMatchObject({
    problem: { code: 'not-audio' },
  })
  expect(page.targets).toEqual([])
})

it('plays what ships with the app and what the person chose, and says which of them is gone', async () => {
  const path = join(folder, 'first.mp3')
  const { openAudio, targets } = arrange({ chosen: path })
  await openAudio({ episodeId: 'a/b', location: { kind: 'bundled', name: 'first.mp3' } })
  await openAudio({ episodeId: 'a/b', location: chosen })
  expect(targets).toEqual([
    { kind: 'file', path, head },
    { kind: 'file', path, head },
  ])

  const gone = arrange({ chosen: join(folder, 'gone.mp3') })
  expect(await gone.openAudio({ episodeId: 'a/b', location: chosen })).toMatchObject({
    problem: { code: 'no-audio', message: expect.stringContaining('talk.mp3 is no longer where it was') },
  })
})

it('says which file to choose again where it is not known on this computer', async () => {
  const { openAudio, targets } = arrange()
  expect(await openAudio({ episodeId: 'a/b', location: chosen })).toMatchObject({
    problem: {
      code: 'no-audio',
      message: expect.stringMatching(/talk\.mp3, .*on this computer.* Choose it/),
    },
  })
  expect(targets).toEqual([])
})
