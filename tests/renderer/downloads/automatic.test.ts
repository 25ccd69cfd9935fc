import 'fake-indexeddb/auto'

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { setAutoDownload } from '../../../renderer/db/auto-download.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import { startAutomaticDownloads } from '../../../renderer/downloads/automatic.ts'
import { hideProgress, showProgress } from '../../../renderer/sync/progress.ts'
import { failure, success } from '../../../shared/result.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'

const hourMs = 3_600_000
const addedAt = '2026-03-01T08:00:00.000Z'
const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString()

function mainProcess() {
  const begun = new Set<string>()
  return fakeBridge({
    'downloads.wanted': ({ episodeIds }) => success(episodeIds.filter((id) => !begun.has(id))),
    'downloads.start': ({ episodeId }) => {
      begun.add(episodeId)
      return success(null)
    },
    'audio.find': ({ audio }) =>
      audio === null ? failure('no-audio', 'None.') : success({ location: audio, origin: 'resource' }),
  })
}

const episode = (slug: string, hours: number) =>
  madeEpisode('night', slug, {
    publishedAt: ago(hours),
    audio: { kind: 'remote', url: `https://example.com/${slug}.mp3` },
  })
const arrive = (...episodes: ReturnType<typeof episode>[]) =>
  commitPage('night', null, madePage(episodes), addedAt)

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), addedAt)
  await arrive(episode('a', 100))
  await setAutoDownload('night', true, Date.now())
})

function start(): void {
  onTestFinished(startAutomaticDownloads())
}

function syncEnds(): void {
  showProgress('night', { phase: 'reading', received: 0, expected: null })
  hideProgress('night')
}

test('asks for new episodes, newest first, once a sync has ended', async () => {
  const main = mainProcess()
  start()
  await arrive(episode('b', 50), episode('c', 20))
  syncEnds()
  await vi.waitFor(() => expect(main.inputsOf('downloads.start')).toHaveLength(2))
  expect(main.inputsOf('downloads.start')).toEqual([
    expect.objectContaining({ episodeId: 'night/c', askedBy: 'automatic' }),
    expect.objectContaining({ episodeId: 'night/b', askedBy: 'automatic' }),
  ])
})

test('asks at the start for what arrived while nobody could', async () => {
  await arrive(episode('b', 50))
  const main = mainProcess()
  start()
  await vi.waitFor(() => expect(main.inputsOf('downloads.start')).toHaveLength(1))
})

test('asks for nothing that the main process does not want, nor looks for its audio', async () => {
  await arrive(episode('b', 50), episode('c', 20))
  const main = mainProcess()
  main.answers['downloads.wanted'] = () => success(['night/b'])
  start()
  await vi.waitFor(() => expect(main.inputsOf('downloads.start')).toHaveLength(1))
  expect(main.inputsOf('downloads.start')[0]).toMatchObject({ episodeId: 'night/b' })
  expect(main.inputsOf('audio.find')).toHaveLength(1)
})

test('stops asking once there is no room, and goes past what has no audio', async () => {
  await arrive(madeEpisode('night', 'silent', { publishedAt: ago(10) }), episode('b', 20), episode('c', 50))
  const main = mainProcess()
  main.answers['downloads.start'] = () => failure('too-large', 'No room.')
  start()
  await vi.waitFor(() => expect(main.inputsOf('downloads.start')).toHaveLength(1))
  expect(main.inputsOf('downloads.start')[0]).toMatchObject({ episodeId: 'night/b' })
  syncEnds()
  await vi.waitFor(() => expect(main.inputsOf('downloads.start')).toHaveLength(2))
  expect(main.inputsOf('downloads.start')[1]).toMatchObject({ episodeId: 'night/b' })
})
