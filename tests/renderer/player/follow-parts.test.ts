import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { heardPartsOf } from '../../../renderer/db/heard.ts'
import { listeningOf } from '../../../renderer/db/listening.ts'
import { keepOffset } from '../../../renderer/db/offsets.ts'
import { addToQueue } from '../../../renderer/db/queue.ts'
import { pause, play, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { followSleepTimer, startSleepTimer, useSleepTimer } from '../../../renderer/player/sleep-timer.ts'
import { usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { playFrom, setRate } from '../../../renderer/player/transport.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import { arrangePlayer, first, moveTo, second, writeEpisode } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)
followSleepTimer()

afterEach(() => {
  vi.useRealTimers()
  startSleepTimer({ kind: 'off' })
  setRate(1)
})

const at = (startSeconds: number) => ({ startSeconds, title: `At ${startSeconds}` })
const position = () => usePosition.getState().positionSeconds
const lastNotice = () => useNotices.getState().notices.at(-1)?.text

/** The first of two chapters: from 60 to 475 seconds. */
async function playFirstChapter() {
  expect(await playEpisode(first, { only: [at(60)] })).toBe('plays')
  return opened()
}

describe('chapters that are chosen', () => {
  it('begin at the first of them, before anything else is heard', async () => {
    const sound = await playFirstChapter()
    expect(sound.source.startSeconds).toBe(60)
  })

  it('go on inside one of them where the person left it', async () => {
    await playEpisode(first, { atSeconds: 200 })
    opened()
    await playEpisode(second)
    await playEpisode(first, { only: [at(60)] })
    expect(sounds.latest().source.startSeconds).toBe(200)
  })

  it('end the episode after the last of them, which then is not heard to its end, and the next plays', async () => {
    await addToQueue(second)
    const sound = await playFirstChapter()
    moveTo(sound, 470)
    expect(usePlayer.getState().status).toBe('playing')
    moveTo(sound, 475)
    expect(usePlayer.getState().status).toBe('ended')
    expect(sound.isPlaying).toBe(false)
    await vi.waitFor(() => expect(usePlayer.getState().episode?.id).toBe(second))
    expect(await listeningOf(first)).toMatchObject({ positionSeconds: 475, finishedAt: null })
    expect(usePlayer.getState().only).toBeNull()
  })

  it('play from the first of them again once they have ended', async () => {
    const sound = await playFirstChapter()
    moveTo(sound, 475)
    play()
    expect(sound.seeks.at(-1)).toBe(60)
    expect(sound.isPlaying).toBe(true)
  })

  it('are passed over between two of them, and that is not heard', async () => {
    await writeEpisode(first, {
      chapters: [60, 475, 600].map((startSeconds) => ({ ...at(startSeconds), description: '' })),
    })
    await playEpisode(first, { only: [at(60), at(600)] })
    const sound = opened()
    moveTo(sound, 60.2)
    moveTo(sound, 60.4)
    seekTo(474.8)
    moveTo(sound, 474.8)
    moveTo(sound, 475)
    expect(sound.seeks.at(-1)).toBe(600)
    moveTo(sound, 600)
    moveTo(sound, 600.5)
    await flushPosition()
    const { intervals } = await heardPartsOf(first)
    expect(intervals.every(([from, to]) => to <= 475.1 || from >= 599.9)).toBe(true)
    expect(intervals.some(([, to]) => to >= 600.4)).toBe(true)
  })

  it('are told when the episode has none of them, and nothing else is played or leaves the player', async () => {
    await playEpisode(second)
    opened()
    expect(await playEpisode(first, { only: [{ startSeconds: 700, title: 'Elsewhere' }] })).toBe('no-part')
    expect(usePlayer.getState().episode?.id).toBe(second)
    expect(sounds.opened).toHaveLength(1)
    expect(lastNotice()).toMatch(/no longer among the chapters/)
  })

  it('are told when the episode lacks one of them, and the others play', async () => {
    await playEpisode(first, { only: [at(60), { startSeconds: 700, title: 'Elsewhere' }] })
    expect(lastNotice()).toMatch(/“Elsewhere” is no longer in this episode/)
    expect(sounds.latest().source.startSeconds).toBe(60)
  })

  it('pause, and are told, when a sync takes all of them out of the episode', async () => {
    const sound = await playFirstChapter()
    await writeEpisode(first, { chapters: [{ startSeconds: 700, title: 'New', description: '' }] })
    await vi.waitFor(() => expect(usePlayer.getState().only).toBeNull())
    expect(sound.isPlaying).toBe(false)
    expect(lastNotice()).toMatch(/no longer in this episode/)
  })

  it('move with the audio that is shifted', async () => {
    const sound = await playFirstChapter()
    moveTo(sound, 200)
    await keepOffset(first, 10)
    await vi.waitFor(() => expect(usePlayer.getState().episode?.offsetSeconds).toBe(10))
    moveTo(sound, 480)
    expect(usePlayer.getState().status).toBe('playing')
    moveTo(sound, 485)
    expect(usePlayer.getState().status).toBe('ended')
  })

  it('are all again when the person says so', async () => {
    const sound = await playFirstChapter()
    await playEpisode(first, { only: null })
    moveTo(sound, 480)
    expect(usePlayer.getState().status).toBe('playing')
    expect(position()).toBe(480)
  })
})

describe('a chapter that does not play', () => {
  it('plays when the person goes there, to its end', async () => {
    const sound = await playFirstChapter()
    await playFrom(first, 475)
    moveTo(sound, 475)
    moveTo(sound, 480)
    expect(usePlayer.getState().status).toBe('playing')
    expect(sound.seeks.at(-1)).toBe(475)
    // Back in what plays, it is passed over again.
    seekTo(474)
    moveTo(sound, 474)
    moveTo(sound, 475)
    expect(usePlayer.getState().status).toBe('ended')
  })

  it('plays where the source cannot jump, and that is told once', async () => {
    await playEpisode(first, { only: [at(475)], atSeconds: 20 })
    const sound = opened()
    sound.canSeek = false
    const before = useNotices.getState().notices.length
    moveTo(sound, 60)
    moveTo(sound, 61)
    moveTo(sound, 62)
    expect(usePlayer.getState().status).toBe('playing')
    expect(position()).toBe(62)
    expect(useNotices.getState().notices.length - before).toBeLessThanOrEqual(1)
  })

  it('plays from where a jump over it lands short, and is not jumped over for ever', async () => {
    await writeEpisode(first, {
      chapters: [60, 475, 600].map((startSeconds) => ({ ...at(startSeconds), description: '' })),
    })
    await playEpisode(first, { only: [at(60), at(600)] })
    const sound = opened()
    moveTo(sound, 475)
    moveTo(sound, 598.5)
    const seeks = sound.seeks.length
    moveTo(sound, 598.7)
    moveTo(sound, 600.2)
    expect(sound.seeks).toHaveLength(seeks)
    expect(usePlayer.getState().status).toBe('playing')
  })
})

it.each([1, 2.5])('is left at its very end and not at the next tick, at speed %d', async (rate) => {
  const sound = await playFirstChapter()
  setRate(rate)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  moveTo(sound, 475 - 0.2 * rate)
  vi.advanceTimersByTime(150)
  expect(usePlayer.getState().status).toBe('playing')
  sound.positionSeconds = 475 + 0.004
  vi.advanceTimersByTime(51)
  expect(usePlayer.getState().status).toBe('ended')
})

describe('a chapter that is repeated', () => {
  const repeat = (startSeconds: number) => usePlayer.setState({ loop: at(startSeconds) })

  it('begins again at its end, as often as it comes', async () => {
    await playEpisode(first, { atSeconds: 100 })
    const sound = opened()
    repeat(60)
    for (let round = 1; round <= 3; round += 1) {
      moveTo(sound, 474)
      moveTo(sound, 475)
      expect(sound.seeks).toEqual(Array(round).fill(60))
      moveTo(sound, 60.1)
      moveTo(sound, 61)
    }
  })

  it('begins again at the end of the audio', async () => {
    await addToQueue(second)
    await playEpisode(first, { atSeconds: 980 })
    const sound = opened()
    repeat(475)
    moveTo(sound, 990)
    sound.fire({ kind: 'ended' })
    expect(sound.seeks).toEqual([475])
    expect(sound.isPlaying).toBe(true)
    expect(usePlayer.getState()).toMatchObject({ wantsToPlay: true, episode: { id: first } })
    await flushPosition()
    expect((await listeningOf(first))?.finishedAt).toBeNull()
  })

  it('is left by going elsewhere, and by no jump inside it', async () => {
    await playEpisode(first, { atSeconds: 100 })
    const sound = opened()
    repeat(60)
    seekTo(300)
    expect(usePlayer.getState().loop).toEqual(at(60))
    seekTo(480)
    expect(usePlayer.getState().loop).toBeNull()
    moveTo(sound, 481)
    expect(position()).toBe(481)
  })

  it('is repeated no more once playing is to end with the episode, which else would never end', async () => {
    await playEpisode(first, { atSeconds: 100 })
    const sound = opened()
    repeat(60)
    startSleepTimer({ kind: 'episode' })
    moveTo(sound, 474.99)
    expect(sound.seeks).toEqual([])
    expect(sound.isPlaying).toBe(true)
    expect(usePlayer.getState().loop).toBeNull()
  })

  it('ends with the sleep timer, paused at its beginning', async () => {
    await playEpisode(first, { atSeconds: 100 })
    const sound = opened()
    repeat(60)
    startSleepTimer({ kind: 'chapter' })
    moveTo(sound, 475)
    expect(sound.isPlaying).toBe(false)
    expect(useSleepTimer.getState().timer).toEqual({ kind: 'off' })
  })
})

it('the sleep timer ends with the chapter, also where the next one does not play', async () => {
  await writeEpisode(first, {
    chapters: [60, 475, 600].map((startSeconds) => ({ ...at(startSeconds), description: '' })),
  })
  await playEpisode(first, { only: [at(60), at(600)] })
  const sound = opened()
  moveTo(sound, 470)
  startSleepTimer({ kind: 'chapter' })
  moveTo(sound, 474.99)
  expect(sound.isPlaying).toBe(false)
  expect(useSleepTimer.getState().timer).toEqual({ kind: 'off' })
  expect(position()).toBe(600)
})

it('does nothing while it is paused', async () => {
  const sound = await playFirstChapter()
  pause()
  sound.fire({ kind: 'paused' })
  sound.positionSeconds = 475
  sound.fire({ kind: 'time' })
  expect(usePlayer.getState().status).toBe('paused')
})
