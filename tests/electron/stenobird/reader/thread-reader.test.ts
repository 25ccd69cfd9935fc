import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inlineReader } from '../../../../electron/stenobird/reader/inline-reader.ts'
import { createThreadReader } from '../../../../electron/stenobird/reader/thread-reader.ts'
import { createCatalogue } from '../../../server/catalogue/catalogue.ts'
import { episodeMarkdown } from '../../../server/pages/episode-markdown.ts'
import { handTimers } from '../../hand-timers.ts'

const deadlineMs = 10_000
const stubborn = join(import.meta.dirname, 'stubborn-worker.ts')
const ours = join(import.meta.dirname, '../../../../electron/stenobird/reader/worker.ts')

function arrange(workerPath = stubborn) {
  const timers = handTimers()
  const warnings: string[] = []
  const log = { warn: (message: string) => void warnings.push(message) }
  const reader = createThreadReader({ workerPath, log, timers, deadlineMs })
  onTestFinished(() => reader.close())
  const page = (words: string) => ({
    podcastSlug: 'show',
    text: `# ${words}\n`,
    address: 'https://example.org/',
  })
  const read = (words: string) => reader.read('podcast-page', page(words))
  /** Until the thread has a document before it, whose time is running. */
  const reading = () => vi.waitFor(() => expect(timers.waiting()).toContain(deadlineMs), { timeout: 15_000 })
  return { reader, timers, warnings, read, reading }
}

test('reads what is read without a thread', async () => {
  const catalogue = createCatalogue({ seed: 3, podcasts: 1, episodesPerPodcast: 3 })
  const [podcast] = catalogue.podcasts
  if (podcast === undefined) throw new Error('no podcast')
  const { reader } = arrange(ours)
  for (const index of [0, 1, 2]) {
    const episode = catalogue.at(podcast.slug, index)
    const document = {
      text: episodeMarkdown(episode, podcast, 'https://example.org', 'bullets'),
      identity: { podcastSlug: podcast.slug, slug: episode.slug },
      address: 'https://example.org/',
    }
    const read = await reader.read('episode-page', document)
    expect(read).toEqual(await inlineReader.read('episode-page', document))
    expect(read).toMatchObject({ ok: true, value: { understood: true, episode: { title: episode.title } } })
  }
})

test('gives up a document that takes too long, and reads the others', async () => {
  const { timers, warnings, read, reading } = arrange()
  const readings = [read('One'), read('This takes for ever'), read('Three')]
  expect(await readings[0]).toMatchObject({ ok: true, value: { title: 'One' } })
  await reading()
  timers.advance(deadlineMs)
  expect(await readings[1]).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  expect(await readings[2]).toMatchObject({ ok: true, value: { title: 'Three' } })
  expect(warnings).toEqual([expect.stringMatching(/podcast-page \(show\) was given up: .*10 seconds/)])
})

test.each(['throws', 'ends the thread'])('goes on after a document that %s', async (what) => {
  const { read, warnings } = arrange()
  const readings = await Promise.all([read('One'), read(`This ${what}`), read('Three')])
  expect(readings).toMatchObject([
    { ok: true, value: { title: 'One' } },
    { ok: false, problem: { code: 'unreadable' } },
    { ok: true, value: { title: 'Three' } },
  ])
  expect(warnings).toHaveLength(1)
})

test('says of every document that it cannot be read when there is no thread to be had', async () => {
  const { read } = arrange(join(import.meta.dirname, 'no-such-worker.ts'))
  expect(await Promise.all([read('One'), read('Two')])).toMatchObject([{ ok: false }, { ok: false }])
})

test('gives up a document for which no thread begins, and the one after it in its turn', async () => {
  const { timers, warnings, read, reading } = arrange(join(import.meta.dirname, 'silent-worker.ts'))
  const readings = [read('One'), read('Two')]
  for (const answer of readings) {
    await reading()
    timers.advance(deadlineMs)
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
  }
  expect(warnings).toEqual([
    expect.stringContaining('did not begin'),
    expect.stringContaining('did not begin'),
  ])
})

test('lets go of its thread when there is nothing to read, and takes another when there is', async () => {
  const { timers, read } = arrange()
  await read('One')
  expect(timers.waiting()).toEqual([60_000])
  timers.advance(60_000)
  expect(await read('Two')).toMatchObject({ ok: true, value: { title: 'Two' } })
})
