import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { applyEvent, removeRequest, requestTranscript } from '../../../renderer/db/requests.ts'
import { storeEpisode } from '../../../renderer/db/store-episode.ts'
import { commitPage } from '../../../renderer/db/sync-pages.ts'
import type { RequestState } from '../../../shared/models/transcription-request.ts'
import { freshDatabase } from '../fresh-database.ts'
import { lookedUp, madeEpisode, madePage, madePodcast } from '../made-episodes.ts'
import { madeLooking, madeRequest } from '../outbox/made-request.ts'

const now = '2026-03-10T08:00:00.000Z'
const queued = madeEpisode('night', 'a', { processingState: 'queued' })
const processed = madeEpisode('night', 'a')

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night'), { episode: queued }), now)
})

const sync = (episode = processed) => commitPage('night', null, madePage([episode]), now)
const requestNow = async (id: string) => database.requests.get(id)

async function storedRequest(state: RequestState): Promise<string> {
  const isLookedAt = state === 'accepted' || state === 'processing'
  const request = madeRequest({ state, episodeId: 'night/a', looking: isLookedAt ? madeLooking() : null })
  await database.requests.add(request)
  return request.id
}

test.each<[RequestState, RequestState]>([
  ['waiting', 'ready'],
  ['sending', 'sending'],
  ['accepted', 'ready'],
  ['processing', 'ready'],
  ['failed', 'ready'],
  ['cancelled', 'cancelled'],
])(
  'a sync that brings the episode as processed finds a request %s and leaves it %s',
  async (before, after) => {
    const id = await storedRequest(before)
    await sync()
    expect(await requestNow(id)).toMatchObject({ state: after, told: false })
  },
)

test('a failed one that the person took off the list is not told of any more', async () => {
  const id = await storedRequest('failed')
  await removeRequest(id)
  await sync()
  expect(await requestNow(id)).toMatchObject({ state: 'failed' })
})

test('one episode that is stored by itself makes its request ready as well', async () => {
  const id = await storedRequest('processing')
  await storeEpisode(processed, now)
  expect(await requestNow(id)).toMatchObject({ state: 'ready' })
})

test('a request for an episode that was processed before is sent all the same', async () => {
  await sync()
  const { id } = await requestTranscript({ id: 'night/a', title: 'A', podcastTitle: 'Night' })
  await sync({ ...processed, title: 'Changed' })
  expect(await requestNow(id)).toMatchObject({ state: 'waiting' })
})

test('what another episode became does not matter, nor a change that is none to processed', async () => {
  const id = await storedRequest('accepted')
  await sync(madeEpisode('night', 'b'))
  await sync({ ...queued, processingState: 'processing' })
  expect(await requestNow(id)).toMatchObject({ state: 'accepted' })
})

test('an episode taken back and processed anew makes the request ready anew, once the person asked anew', async () => {
  const id = await storedRequest('accepted')
  await sync()
  await applyEvent(id, { kind: 'tell' })
  await sync(queued)
  await sync()
  expect(await requestNow(id)).toMatchObject({ state: 'ready', told: true })
  await sync(queued)
  await requestTranscript({ id: 'night/a', title: 'A', podcastTitle: 'Night' })
  await sync()
  expect(await requestNow(id)).toMatchObject({ state: 'ready', told: false })
})
