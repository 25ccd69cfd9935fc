import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { removePodcast } from '../../../renderer/db/podcasts.ts'
import { addToQueue, queueRows } from '../../../renderer/db/queue.ts'
import { hold } from '../../../renderer/player/holding.ts'
import { playNextInQueue } from '../../../renderer/player/play-next.ts'
import { pause, play, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { nextChapter } from '../../../renderer/player/transport.ts'
import { useSettings } from '../../../renderer/settings/store.ts'
import { arrangePlayer, first, keptSeconds, moveTo, second, writeEpisode } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { calls, opened } = arrangePlayer(sounds)

describe('an episode that is held', () => {
  it('is there, paused where it was, with nothing opened or asked of the network', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    await hold(first)
    expect(usePlayer.getState()).toMatchObject({ status: 'paused', durationSeconds: 990 })
    expect(usePosition.getState().positionSeconds).toBe(300)
    expect([calls, sounds.opened]).toEqual([[], []])
  })

  it('is not written down as heard again by holding it', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    await hold(first)
    await flushPosition()
    expect((await listeningOf(first))?.heardAtMs).toBe(5)
  })

  it('begins where it was sent before its audio was open', async () => {
    await hold(first)
    seekTo(475)
    play()
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(1))
    expect(sounds.latest().source.startSeconds).toBe(475)
    await vi.waitFor(async () => expect(await keptSeconds(first)).toBe(475))
  })
})

describe('the position', () => {
  it('is written while playing, on pause, and on a jump', async () => {
    await playEpisode(first)
    const sound = opened()
    moveTo(sound, 2.5)
    pause()
    await vi.waitFor(async () => expect(await keptSeconds(first)).toBe(2.5))
    seekTo(600)
    await vi.waitFor(async () => expect(await keptSeconds(first)).toBe(600))
  })

  it('is at most two seconds old while the clock runs', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      await playEpisode(first)
      const sound = opened()
      for (let tick = 1; tick <= 40; tick += 1) {
        vi.advanceTimersByTime(250)
        moveTo(sound, tick * 0.25)
      }
      await vi.waitFor(async () => expect((await keptSeconds(first)) ?? 0).toBeGreaterThanOrEqual(8))
    } finally {
      vi.useRealTimers()
    }
  })

  it('is written on when the clock is set back', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      await playEpisode(first)
      const sound = opened()
      moveTo(sound, 1)
      await flushPosition()
      vi.setSystemTime(Date.now() - 3_600_000)
      vi.advanceTimersByTime(5000)
      moveTo(sound, 6)
      await vi.waitFor(async () => expect(await keptSeconds(first)).toBe(6))
    } finally {
      vi.useRealTimers()
    }
  })

  it('of the episode that was left is written when another is played', async () => {
    await playEpisode(first)
    moveTo(opened(), 321)
    await playEpisode(second)
    await flushPosition()
    expect(await keptSeconds(first)).toBe(321)
    expect(await keptSeconds(second)).toBeUndefined()
  })

  it('is not lost when the audio never opens', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    await playEpisode(first)
    const sound = sounds.latest()
    sound.positionSeconds = 0
    sound.fire({ kind: 'time' })
    sound.fire({ kind: 'failed', reason: 'unreachable' })
    await flushPosition()
    expect(await keptSeconds(first)).toBe(300)
  })
})

describe('the end', () => {
  it('finishes the episode, and the next in Up next plays', async () => {
    await addToQueue(first)
    await addToQueue(second)
    await playEpisode(first)
    opened().fire({ kind: 'ended' })
    await vi.waitFor(() => expect(usePlayer.getState().episode?.id).toBe(second))
    await vi.waitFor(() => expect(sounds.latest().isPlaying).toBe(true))
    expect((await listeningOf(first))?.finishedAt).not.toBeNull()
    expect((await queueRows()).map((row) => row.episodeId)).toEqual([second])
  })

  it('is played anew by who wants it, and can be paused then', async () => {
    await playEpisode(first)
    const sound = opened()
    sound.fire({ kind: 'ended' })
    await vi.waitFor(() => expect(usePlayer.getState().status).toBe('ended'))
    play()
    expect(usePlayer.getState().wantsToPlay).toBe(true)
    expect(sound.seeks.at(-1)).toBe(0)
  })

  it('ends in silence for who does not want the next to play by itself', async () => {
    useSettings.setState({ playNext: false })
    await addToQueue(first)
    await addToQueue(second)
    await playEpisode(first)
    opened().fire({ kind: 'ended' })
    await vi.waitFor(async () => expect((await queueRows()).map((row) => row.episodeId)).toEqual([second]))
    await playNextInQueue()
    expect(usePlayer.getState()).toMatchObject({ episode: { id: first }, status: 'ended' })
    useSettings.setState({ playNext: true })
  })

  it('passes over one in Up next that is no longer stored', async () => {
    await addToQueue('gone/episode')
    await addToQueue(second)
    await playEpisode(first)
    opened().fire({ kind: 'ended' })
    await vi.waitFor(() => expect(usePlayer.getState().episode?.id).toBe(second))
  })
})

describe('the end, played on from at once', () => {
  it('leaves the player to the person, whatever is in Up next', async () => {
    await addToQueue(second)
    await playEpisode(first)
    opened().fire({ kind: 'ended' })
    const next = playNextInQueue()
    play()
    opened()
    await next
    expect(usePlayer.getState()).toMatchObject({ episode: { id: first }, status: 'playing' })
  })
})

describe('what the service changes in the held episode', () => {
  it('is in the player at once, and playing goes on', async () => {
    await playEpisode(first)
    const sound = opened()
    await writeEpisode(first, { chapters: [{ startSeconds: 200, title: 'Moved', description: '' }] })
    await vi.waitFor(() =>
      expect(usePlayer.getState().episode?.chapters.map(({ title }) => title)).toEqual(['Moved']),
    )
    nextChapter()
    expect(sound.seeks).toEqual([200])
    expect(usePlayer.getState().status).toBe('playing')
  })

  it('takes nothing away when the episode leaves the library', async () => {
    await playEpisode(first)
    opened()
    await removePodcast('night-shift')
    await writeEpisode(second, { title: 'Renamed' })
    await playEpisode(second)
    await vi.waitFor(() => expect(usePlayer.getState().episode?.title).toBe('Renamed'))
    await playEpisode(first)
    expect(usePlayer.getState().episode?.id).toBe(second)
  })
})
