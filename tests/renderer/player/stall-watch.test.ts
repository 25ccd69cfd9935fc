import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { playEpisode } from '../../../renderer/player/playing.ts'
import { watchForStalls } from '../../../renderer/player/stall-watch.ts'
import { usePlayer } from '../../../renderer/player/store.ts'
import { failure } from '../../../shared/result.ts'
import { arrangePlayer, first } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { answers, calls, opened } = arrangePlayer(sounds)
watchForStalls()
afterEach(() => vi.useRealTimers())

async function stallFor(ms: number): Promise<void> {
  sounds.latest().fire({ kind: 'waiting' })
  await vi.advanceTimersByTimeAsync(ms)
}

async function playStream(): Promise<void> {
  await playEpisode(first)
  opened()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  usePlayer.setState({ isStream: true })
}

it('tells of a host that no longer answers, and keeps the wish to try again', async () => {
  await playStream()
  answers.open = () => failure('unreachable', 'The host could not be reached.')
  await stallFor(9000)
  await vi.waitFor(() => expect(usePlayer.getState().status).toBe('failed'))
  expect(usePlayer.getState().problem).toMatchObject({ code: 'unreachable' })
})

it('waits on for one that answers and is slow, and looks again', async () => {
  await playStream()
  const before = calls.length
  await stallFor(9000)
  await stallFor(9000)
  await vi.waitFor(() => expect(calls.length).toBeGreaterThanOrEqual(before + 2))
  expect(usePlayer.getState().status).toBe('loading')
})

it('asks nothing of what plays', async () => {
  await playStream()
  const before = calls.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(calls.length).toBe(before)
})
