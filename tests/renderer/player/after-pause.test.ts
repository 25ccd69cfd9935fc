import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { hold } from '../../../renderer/player/holding.ts'
import { pause, play, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { usePosition } from '../../../renderer/player/store.ts'
import { useSettings } from '../../../renderer/settings/store.ts'
import { arrangePlayer, first, keptSeconds, moveTo, second } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)
const hours = (count: number) => count * 3_600_000
const here = () => usePosition.getState().positionSeconds
let aheadMs = 0

beforeEach(() => {
  aheadMs = 0
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + aheadMs)
})

afterEach(() => {
  vi.restoreAllMocks()
  useSettings.setState({ resumeEarlier: true })
})

async function played(from: number, to: number) {
  await playEpisode(first, { atSeconds: from })
  await vi.waitFor(() => expect(sounds.opened).toHaveLength(1))
  const sound = opened()
  moveTo(sound, to)
  return sound
}

function pauseFor(ms: number, sound: ReturnType<typeof opened>): void {
  pause()
  sound.fire({ kind: 'paused' })
  aheadMs += ms
  play()
}

describe('after a pause', () => {
  it('goes on where it was when it was short, and earlier when it was long', async () => {
    const sound = await played(300, 300.5)
    pauseFor(60_000, sound)
    expect(here()).toBe(300.5)
    sound.fire({ kind: 'playing' })
    moveTo(sound, 301)
    pauseFor(hours(1), sound)
    expect(here()).toBe(291)
  })

  it('comes to the same place however often it is resumed without listening, and keeps the furthest', async () => {
    const sound = await played(300, 300.5)
    for (let time = 0; time < 5; time += 1) {
      pauseFor(hours(30), sound)
      expect(here()).toBe(280.5)
      sound.fire({ kind: 'playing' })
      moveTo(sound, 281)
      await flushPosition()
      expect(await keptSeconds(first)).toBe(300.5)
    }
    for (let at = 281; at < 301; at += 0.5) moveTo(sound, at)
    await flushPosition()
    expect(await keptSeconds(first)).toBe(300.5)
    moveTo(sound, 301)
    await flushPosition()
    expect(await keptSeconds(first)).toBe(301)
  })

  it('stays where the person went, also over a restart', async () => {
    const sound = await played(300, 300.5)
    pause()
    sound.fire({ kind: 'paused' })
    seekTo(400)
    moveTo(sound, 400)
    aheadMs += hours(30)
    play()
    expect(here()).toBe(400)
    pause()
    await flushPosition()
    expect(await listeningOf(first)).toMatchObject({ positionSeconds: 400, sought: true })

    await hold(second)
    await playEpisode(first)
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(2))
    expect(sounds.latest().source.startSeconds).toBe(400)
  })

  it('tells the place as heard again once it was played on from', async () => {
    const sound = await played(300, 300.5)
    seekTo(400)
    await flushPosition()
    expect(await listeningOf(first)).toHaveProperty('sought', true)
    sound.fire({ kind: 'playing' })
    moveTo(sound, 400)
    moveTo(sound, 400.5)
    await flushPosition()
    expect(await listeningOf(first)).not.toHaveProperty('sought')
  })

  it('goes back by what an older version kept of when it was heard', async () => {
    const heardAtMs = Date.now() - hours(2)
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs })
    await playEpisode(first)
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(1))
    expect(sounds.latest().source.startSeconds).toBe(290)
    expect(await keptSeconds(first)).toBe(300)
  })

  it('stays where it was for who does not want it', async () => {
    useSettings.setState({ resumeEarlier: false })
    const sound = await played(300, 300.5)
    pauseFor(hours(30), sound)
    expect(here()).toBe(300.5)
  })

  it('stays where it was in a stream in which nothing can be sought', async () => {
    const sound = await played(0, 0.5)
    sound.canSeek = false
    moveTo(sound, 1)
    pauseFor(hours(30), sound)
    expect([here(), sound.seeks]).toEqual([1, []])
  })
})
