import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepAudio } from '../../../renderer/db/audio.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { removePodcast } from '../../../renderer/db/podcasts.ts'
import { addToQueue, queueRows } from '../../../renderer/db/queue.ts'
import { followEngine } from '../../../renderer/player/follow-engine.ts'
import { followHeldEpisode } from '../../../renderer/player/follow-episode.ts'
import { hold } from '../../../renderer/player/holding.ts'
import { playNextInQueue } from '../../../renderer/player/play-next.ts'
import { pause, play, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { emptyPlayer, usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { engine } from '../../../renderer/player/the-engine.ts'
import { nextChapter, previousChapter, setRate, skipBy } from '../../../renderer/player/transport.ts'
import { restoreVoice } from '../../../renderer/player/voice.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { type EpisodeId, slugsOf } from '../../../shared/models/identity.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'
import type { FakeSound } from './fake-sound.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const first = 'night-shift/queues' satisfies EpisodeId
const second = 'night-shift/clocks' satisfies EpisodeId

/** The main process, as far as the player asks it. */
const answers = {
  find: (): Result<unknown> | Promise<Result<unknown>> =>
    success({ location: { kind: 'remote', url: 'https://example.org/a.mp3' }, origin: 'page' }),
  open: (): Result<unknown> => success({ url: 'media://audio' }),
}
let calls: string[] = []
vi.stubGlobal('earmark', {
  call: async (name: string) => {
    calls.push(name)
    if (name === 'audio.find') return answers.find()
    if (name === 'audio.open') return answers.open()
    return success(null)
  },
  listen: () => () => undefined,
})
followEngine()
followHeldEpisode()

const usualAnswers = { ...answers }

beforeEach(async () => {
  Object.assign(answers, usualAnswers)
  calls = []
  await Promise.all([writeEpisode(first), writeEpisode(second)])
})

afterEach(async () => {
  await flushPosition()
  engine.close()
  usePlayer.setState(emptyPlayer)
  usePosition.setState({ positionSeconds: 0 })
  sounds.opened.length = 0
  await Promise.all(database.tables.map((table) => table.clear()))
})

async function writeEpisode(id: EpisodeId, change: Partial<Episode> = {}): Promise<void> {
  const { podcastSlug, episodeSlug } = slugsOf(id)
  await storeMade(
    madeEpisode(podcastSlug, episodeSlug, {
      title: `Title of ${id}`,
      durationSeconds: 1000,
      chapters: [60, 475].map((startSeconds) => ({
        startSeconds,
        title: `At ${startSeconds}`,
        description: '',
      })),
      canonicalUrl: 'https://example.org/page',
      ...change,
    }),
  )
}

/** As an element does once the first bytes are there. */
function opened(): FakeSound {
  const sound = sounds.latest()
  sound.durationSeconds = 990
  sound.fire({ kind: 'opened' })
  sound.fire({ kind: 'playing' })
  return sound
}

function moveTo(sound: FakeSound, seconds: number): void {
  sound.isSeeking = false
  sound.positionSeconds = seconds
  sound.fire({ kind: 'time' })
}

async function keptSeconds(id: EpisodeId): Promise<number | undefined> {
  return (await listeningOf(id))?.positionSeconds
}

describe('playing an episode', () => {
  it('finds its audio, keeps where that is, and plays from where the person left it', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    await playEpisode(first)
    expect(sounds.latest().source).toEqual({ url: 'media://audio', startSeconds: 300 })
    expect(sounds.latest().isPlaying).toBe(true)
    opened()
    expect(usePlayer.getState()).toMatchObject({ status: 'playing', origin: 'page', durationSeconds: 990 })
    expect(await database.audio.get(first)).toMatchObject({ origin: 'page' })
  })

  it('does not look again for audio that is known', async () => {
    await keepAudio({
      episodeId: first,
      location: { kind: 'remote', url: 'https://example.org/a.mp3' },
      origin: 'page',
    })
    await playEpisode(first)
    expect(calls).toEqual(['audio.open'])
  })

  it('looks once more when known audio has moved', async () => {
    await keepAudio({
      episodeId: first,
      location: { kind: 'remote', url: 'https://example.org/old.mp3' },
      origin: 'page',
    })
    answers.open = () => {
      answers.open = usualAnswers.open
      return failure('not-found', 'gone')
    }
    await playEpisode(first)
    expect(calls).toEqual(['audio.open', 'audio.find', 'audio.open'])
    expect(usePlayer.getState().problem).toBeNull()
  })

  it('says what failed, keeps the place, and tries again when asked', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    answers.find = () => failure('no-audio', 'No audio was found.')
    await playEpisode(first)
    expect(usePlayer.getState()).toMatchObject({
      status: 'failed',
      wantsToPlay: false,
      problem: { code: 'no-audio' },
    })
    expect(usePosition.getState().positionSeconds).toBe(300)
    answers.find = usualAnswers.find
    await playEpisode(first)
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(1))
    expect(sounds.latest().source.startSeconds).toBe(300)
  })

  it('plays the one asked for last, when two are asked for at once', async () => {
    await Promise.all([playEpisode(first), playEpisode(second)])
    expect(usePlayer.getState().episode?.id).toBe(second)
    expect(sounds.opened).toHaveLength(1)
  })

  it('does not open what was asked for before, when its audio is found only later', async () => {
    let findFirst = (): void => undefined
    const found = usualAnswers.find()
    answers.find = () =>
      new Promise((resolve) => {
        findFirst = () => resolve(found)
      })
    const earlier = playEpisode(first)
    await vi.waitFor(() => expect(calls).toContain('audio.find'))
    answers.find = usualAnswers.find
    await playEpisode(second)
    findFirst()
    await earlier
    expect(sounds.opened).toHaveLength(1)
    expect(usePlayer.getState().episode?.id).toBe(second)
  })

  it('stays paused when pause comes while the audio is being opened', async () => {
    const playing = playEpisode(first)
    await vi.waitFor(() => expect(usePlayer.getState().status).toBe('loading'))
    pause()
    await playing
    expect(sounds.opened.at(-1)?.isPlaying ?? false).toBe(false)
    expect(usePlayer.getState().wantsToPlay).toBe(false)
  })

  it('opens the audio that the person gave in place of what is open', async () => {
    await playEpisode(first)
    const before = opened()
    moveTo(before, 120)
    await keepAudio({
      episodeId: first,
      location: { kind: 'remote', url: 'https://example.org/better.mp3' },
      origin: 'person',
    })
    await playEpisode(first)
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(2))
    expect(before.isClosed).toBe(true)
    expect(sounds.latest().source.startSeconds).toBe(120)
  })
})

describe('audio that fails while it is open', () => {
  it('is told with the reason that the main process finds', async () => {
    await playEpisode(first)
    const sound = opened()
    answers.open = () => failure('unreachable', 'There is no network.')
    sound.fire({ kind: 'failed', reason: 'not-audio' })
    await vi.waitFor(() => expect(usePlayer.getState().problem?.code).toBe('unreachable'))
  })

  it('is told as the element told it when the main process finds nothing wrong', async () => {
    await playEpisode(first)
    opened().fire({ kind: 'failed', reason: 'not-audio' })
    await vi.waitFor(() => expect(calls.filter((name) => name === 'audio.open')).toHaveLength(2))
    expect(usePlayer.getState()).toMatchObject({ status: 'failed', problem: { code: 'not-audio' } })
  })
})

describe('an episode that is held', () => {
  it('is there, paused where it was, with nothing opened or asked of the network', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    await hold(first, null)
    expect(usePlayer.getState()).toMatchObject({ status: 'paused', durationSeconds: 990 })
    expect(usePosition.getState().positionSeconds).toBe(300)
    expect([calls, sounds.opened]).toEqual([[], []])
  })

  it('is not written down as heard again by holding it', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 300, durationSeconds: 990, heardAtMs: 5 })
    await hold(first, null)
    await flushPosition()
    expect((await listeningOf(first))?.heardAtMs).toBe(5)
  })

  it('begins where it was sent before its audio was open', async () => {
    await hold(first, null)
    seekTo(475)
    play()
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(1))
    expect(sounds.latest().source.startSeconds).toBe(475)
    expect(await keptSeconds(first)).toBe(475)
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

describe('the controls', () => {
  it('go by chapter and by skips', async () => {
    await playEpisode(first)
    const sound = opened()
    nextChapter()
    nextChapter()
    skipBy(30)
    previousChapter()
    expect(sound.seeks).toEqual([60, 475, 505, 475])
  })

  it('keep the speed from one episode to the next', async () => {
    await playEpisode(first)
    setRate(1.5)
    expect(sounds.latest().settings.rate).toBe(1.5)
    await playEpisode(second)
    expect(sounds.latest().settings.rate).toBe(1.5)
    setRate(1)
  })

  it('keep the speed over a restart', async () => {
    setRate(1.5)
    await vi.waitFor(async () => expect(await database.memory.count()).toBeGreaterThan(0))
    usePlayer.setState(emptyPlayer)
    await restoreVoice()
    expect(usePlayer.getState().rate).toBe(1.5)
    setRate(1)
  })
})
