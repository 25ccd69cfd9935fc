import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { lookForAudio } from '../../../renderer/player/look-for-audio.ts'
import { failure } from '../../../shared/result.ts'
import { lookedUp, madeEpisode, madePodcast } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'

const asked = vi.fn(async (..._call: unknown[]) => failure('no-audio', 'none'))
vi.stubGlobal('earmark', { call: asked, listen: () => () => undefined })

test('tells all that is known of the episode, and its podcast’s feed', async () => {
  const podcast = madePodcast('night', { feedUrl: 'https://night.example/feed' })
  await followPodcast(lookedUp(podcast), '2026-01-01T00:00:00.000Z')
  await storeMade(
    madeEpisode('night', 'a', {
      title: 'A',
      publishedAt: '2026-03-04T00:00:00.000Z',
      durationSeconds: 2740,
      canonicalUrl: 'https://night.example/a',
      audio: null,
    }),
  )
  await lookForAudio('night/a')
  expect(asked.mock.lastCall?.slice(0, 2)).toEqual([
    'audio.find',
    {
      audio: null,
      canonicalUrl: 'https://night.example/a',
      feedUrl: 'https://night.example/feed',
      title: 'A',
      publishedAt: '2026-03-04T00:00:00.000Z',
      durationSeconds: 2740,
    },
  ])
})

test('asks for an episode that is not stored with what there is, nothing', async () => {
  await lookForAudio('night/unknown')
  expect(asked.mock.lastCall?.slice(0, 2)).toEqual([
    'audio.find',
    {
      audio: null,
      canonicalUrl: null,
      feedUrl: null,
      title: '',
      publishedAt: null,
      durationSeconds: null,
    },
  ])
})
