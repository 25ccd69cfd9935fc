import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { applyEvent } from '../../../renderer/db/requests.ts'
import { startTelling } from '../../../renderer/outbox/tell-ready.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import { useShownEpisode } from '../../../renderer/shell/shown-episode.ts'
import { success } from '../../../shared/result.ts'
import { type FakeBridge, fakeBridge } from '../fake-bridge.ts'
import { freshDatabase } from '../fresh-database.ts'
import { madeLooking, madeRequest } from './made-request.ts'

let bridge: FakeBridge
let stop = (): void => undefined

beforeEach(async () => {
  await freshDatabase()
  useNotices.setState({ notices: [] })
  bridge = fakeBridge({ 'app.notify': () => success(null) })
})
afterEach(() => stop())

const told = () => bridge.inputsOf('app.notify')
const notices = () => useNotices.getState().notices.map(({ text }) => text)
const allAreTold = () =>
  vi.waitFor(async () => {
    const ready = await database.requests.where('state').equals('ready').toArray()
    expect(ready.length > 0 && ready.every((request) => request.told)).toBe(true)
  })

test('tells once of a request that becomes ready, in the window and outside it', async () => {
  stop = startTelling()
  const request = madeRequest({ state: 'processing', looking: madeLooking() })
  await database.requests.add(request)
  await applyEvent(request.id, { kind: 'arrive' })
  await vi.waitFor(() => expect(told()).toHaveLength(1))
  expect(told()).toEqual([
    {
      title: 'A transcript is ready',
      body: 'Episode a · Night',
      opens: { kind: 'episode', episodeId: 'night/a' },
    },
  ])
  expect(notices()).toEqual(['The transcript of Episode a is ready.'])
  await allAreTold()
  stop()
  stop = startTelling()
  await database.requests.add(
    madeRequest({ state: 'ready', episodeId: 'night/b', episodeTitle: 'Episode b' }),
  )
  await vi.waitFor(() => expect(told()).toHaveLength(2))
  expect(told()[1]?.body).toBe('Episode b · Night')
})

test('several that became ready while Earmark was away are told of together', async () => {
  for (const slug of ['a', 'b', 'c']) {
    await database.requests.add(madeRequest({ state: 'ready', episodeId: `night/${slug}` }))
  }
  stop = startTelling()
  await allAreTold()
  await vi.waitFor(() => expect(told()).toHaveLength(1))
  expect(told()[0]).toMatchObject({ body: '3 transcripts are ready.', opens: { kind: 'requests' } })
  expect(notices()).toEqual(['3 transcripts are ready.'])
})

test('a click on a notification opens its episode', () => {
  stop = startTelling()
  bridge.emit('notification.opened', { kind: 'episode', episodeId: 'night/a' })
  expect(useShownEpisode.getState()).toMatchObject({ episodeId: 'night/a' })
})
