import { expect, it } from 'vitest'
import { allWritten } from '../../../electron/files/json-file.ts'
import { wavBytes } from '../../server/audio/wav.ts'
import { sendZeros, serve } from '../local-server.ts'
import { serveAudio } from './served-audio.ts'
import { asked, audioIn, id, openIn, someFolder, stateOf, until } from './some-downloads.ts'

const automatic = (url: string, episodeId: `${string}/${string}` = id) =>
  ({ ...asked(url, episodeId), askedBy: 'automatic' }) as const

it('never brings back by itself what the person removed, also after a restart', async () => {
  const audio = await serveAudio(20)
  const folder = await someFolder()
  const first = await openIn(folder)
  expect(first.downloads.wanted([id, 'a/other'])).toEqual([id, 'a/other'])
  await first.downloads.start(automatic(audio.url))
  await until(first.downloads, 'complete')
  expect(first.downloads.wanted([id, 'a/other'])).toEqual(['a/other'])
  await first.downloads.remove(id)
  await allWritten()

  const { downloads } = await openIn(folder)
  expect(downloads.wanted([id])).toEqual([])
  expect(await downloads.start(automatic(audio.url))).toMatchObject({ ok: true })
  expect(downloads.list()).toEqual([])

  await downloads.start(asked(audio.url))
  await until(downloads, 'complete')
  expect(downloads.list()[0]?.askedBy).toBe('person')
})

it('brings back by itself what was removed by mistake and taken back', async () => {
  const audio = await serveAudio(20)
  const { downloads } = await openIn(await someFolder())
  await downloads.start(automatic(audio.url))
  await downloads.remove(id)
  await downloads.restore(id)
  await until(downloads, 'complete')
  expect(downloads.list()[0]?.askedBy).toBe('automatic')
})

it('lets what nobody asked for take so much room and no more, and says so', async () => {
  const [small, large] = [await serveAudio(20), await serveAudio(100)]
  const { downloads } = await openIn(await someFolder(), { automaticBytes: 500_000 })
  await downloads.start(automatic(small.url, 'a/small'))
  await until(downloads, 'complete', 'a/small')
  await downloads.start(automatic(large.url, 'a/large'))
  const failed = await until(downloads, 'failed', 'a/large')
  expect(failed).toMatchObject({ receivedBytes: 0, problem: expect.stringMatching(/may take 500 kB/) })

  // The person may have it all the same.
  await downloads.resume('a/large')
  await until(downloads, 'complete', 'a/large')
})

it('holds one that does not say how long it is to that room as well', async () => {
  const head = Buffer.concat([...wavBytes(3600, { first: 0, last: 43 })])
  const { origin } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'audio/wav' }).write(head)
    sendZeros(response, 64_000_000)
  })
  const folder = await someFolder()
  const { downloads } = await openIn(folder, { automaticBytes: 1_000_000 })
  await downloads.start(automatic(origin))
  const failed = await until(downloads, 'failed')
  expect(failed).toMatchObject({ receivedBytes: 0, problem: expect.stringMatching(/may take 1\.0 MB/) })
  expect(await audioIn(folder)).toEqual([])
})

it('begins nothing more by itself once the room is taken', async () => {
  const audio = await serveAudio(20)
  const { downloads } = await openIn(await someFolder(), { automaticBytes: 160_044 })
  await downloads.start(automatic(audio.url))
  await until(downloads, 'complete')
  expect(await downloads.start(automatic(audio.url, 'a/next'))).toMatchObject({
    ok: false,
    problem: { code: 'too-large' },
  })
  expect(stateOf(downloads, 'a/next')).toBeUndefined()
  await downloads.remove(id)
  await downloads.start(automatic(audio.url, 'a/next'))
  await until(downloads, 'complete', 'a/next')
})

it('leaves one alone that is there already, and counts it as the person’s once they ask for it', async () => {
  const audio = await serveAudio(20)
  const { downloads } = await openIn(await someFolder())
  await downloads.start(asked(audio.url))
  await downloads.start(automatic(audio.url))
  expect(downloads.list()).toMatchObject([{ askedBy: 'person' }])
  await until(downloads, 'complete')
  await downloads.start(automatic(audio.url))
  expect(audio.ranges()).toEqual([''])
})
