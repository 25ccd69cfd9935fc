import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addToQueue } from '../../../renderer/db/queue.ts'
import { playEpisode } from '../../../renderer/player/playing.ts'
import {
  fadeFactor,
  followSleepTimer,
  startSleepTimer,
  useSleepTimer,
} from '../../../renderer/player/sleep-timer.ts'
import { usePlayer } from '../../../renderer/player/store.ts'
import { nextChapter, setRate, skipBy } from '../../../renderer/player/transport.ts'
import { arrangePlayer, first, moveTo, second } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)
followSleepTimer()

let clockMs = 0
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs)
})
afterEach(() => {
  startSleepTimer({ kind: 'off' })
  setRate(1)
  vi.restoreAllMocks()
})

/** Plays for so long by the wall, four ticks a second. */
function playOn(sound: ReturnType<typeof opened>, seconds: number): void {
  for (let tick = 0; tick < seconds * 4 && usePlayer.getState().wantsToPlay; tick += 1) {
    clockMs += 250
    moveTo(sound, sound.positionSeconds + 0.25 * usePlayer.getState().rate)
  }
}

it('ends playing after so much listening, growing silent, and leaves the volume as it was', async () => {
  await playEpisode(first)
  const sound = opened()
  startSleepTimer({ kind: 'minutes', leftSeconds: 60 })
  playOn(sound, 52)
  expect(sound.isPlaying).toBe(true)
  expect(sound.settings.volume).toBeLessThan(1)
  expect(usePlayer.getState().volume).toBe(1)
  playOn(sound, 9)
  expect(sound.isPlaying).toBe(false)
  expect(sound.settings.volume).toBe(1)
  expect(useSleepTimer.getState().timer).toEqual({ kind: 'off' })
})

it('does not count while nothing plays, nor while the computer slept', async () => {
  await playEpisode(first)
  const sound = opened()
  startSleepTimer({ kind: 'minutes', leftSeconds: 60 })
  playOn(sound, 20)
  sound.fire({ kind: 'paused' })
  clockMs += 3_600_000
  usePlayer.setState({ wantsToPlay: true })
  sound.fire({ kind: 'playing' })
  clockMs += 3_600_000
  playOn(sound, 30)
  expect(useSleepTimer.getState().timer).toMatchObject({ kind: 'minutes' })
  playOn(sound, 12)
  expect(useSleepTimer.getState().timer).toEqual({ kind: 'off' })
})

it('ends at the end of the chapter that plays, at any speed, and of another one after a jump', async () => {
  await playEpisode(first)
  const sound = opened()
  setRate(2)
  moveTo(sound, 20)
  startSleepTimer({ kind: 'chapter' })
  moveTo(sound, 30)
  // A jump over a chapter's start is no end of one.
  moveTo(sound, 440)
  expect(sound.isPlaying).toBe(true)
  playOn(sound, 16)
  expect(sound.settings.volume).toBeLessThan(1)
  playOn(sound, 3)
  expect(sound.isPlaying).toBe(false)
  expect(sound.positionSeconds).toBeGreaterThanOrEqual(475)
  expect(sound.positionSeconds).toBeLessThan(478)
})

it('waits for the end of the next chapter when the person goes to its beginning', async () => {
  await playEpisode(first)
  const sound = opened()
  moveTo(sound, 70)
  startSleepTimer({ kind: 'chapter' })
  playOn(sound, 5)
  nextChapter()
  expect(usePlayer.getState().wantsToPlay).toBe(true)
  playOn(sound, 3)
  expect(sound.positionSeconds).toBeCloseTo(478)
  expect(useSleepTimer.getState().timer).toEqual({ kind: 'chapter' })
})

it('waits for the end of the next chapter when a skip leads to its first second', async () => {
  await playEpisode(first)
  const sound = opened()
  startSleepTimer({ kind: 'chapter' })
  moveTo(sound, 446)
  skipBy(30)
  expect(usePlayer.getState().wantsToPlay).toBe(true)
})

it('ends with the episode, and does not go on to the next', async () => {
  await addToQueue(second)
  await playEpisode(first)
  const sound = opened()
  startSleepTimer({ kind: 'episode' })
  moveTo(sound, 985)
  expect(sound.settings.volume).toBeLessThan(1)
  moveTo(sound, 990)
  sound.fire({ kind: 'ended' })
  await vi.waitFor(() => expect(useSleepTimer.getState().timer).toEqual({ kind: 'off' }))
  expect(usePlayer.getState()).toMatchObject({ episode: { id: first }, status: 'ended' })
})

it.each([
  [60, 1],
  [10, 1],
  [5, 0.5],
  [0, 0],
  [-3, 0],
])('is as loud with %d seconds left as %d', (left, factor) => expect(fadeFactor(left)).toBe(factor))
