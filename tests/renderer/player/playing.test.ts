import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { keepAudio } from '../../../renderer/db/audio.ts'
import { database } from '../../../renderer/db/database.ts'
import { heardPartsOf } from '../../../renderer/db/heard.ts'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { useDownloads } from '../../../renderer/downloads/store.ts'
import { followDownload } from '../../../renderer/player/follow-download.ts'
import { pause, play, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { emptyPlayer, usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { engine } from '../../../renderer/player/the-engine.ts'
import { nextChapter, previousChapter, setRate, skipBy } from '../../../renderer/player/transport.ts'
import { restoreVoice } from '../../../renderer/player/voice.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import type { Download } from '../../../shared/models/download.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { arrangePlayer, first, moveTo, second } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { answers, usualAnswers, calls, opened } = arrangePlayer(sounds)

const downloaded: Download = {
  ...{ episodeId: first, title: 'Queues', state: 'complete', askedBy: 'person', problem: null },
  ...{ receivedBytes: 9, totalBytes: 9, bytesPerSecond: null, createdAt: '2026-03-04T10:00:00.000Z' },
}

describe('playing an episode', () => {
  it('finds its audio, keeps where that is, and plays from where the person left it', async () => {
    await keepPosition({
      episodeId: first,
      positionSeconds: 300,
      durationSeconds: 990,
      heardAtMs: Date.now(),
    })
    await playEpisode(first)
    expect(sounds.latest().source).toEqual({ url: 'media://audio', startSeconds: 300 })
    expect(sounds.latest().isPlaying).toBe(true)
    opened()
    expect(usePlayer.getState()).toMatchObject({ status: 'playing', origin: 'page', durationSeconds: 990 })
    expect(await database.audio.get(first)).toMatchObject({ origin: 'page' })
  })

  it('stays with the episode that was asked for last, also when that is the one that is there', async () => {
    await playEpisode(first)
    opened()
    const other = playEpisode(second)
    await playEpisode(first, { atSeconds: 300 })
    expect(await other).toBe('overtaken')
    expect(usePlayer.getState()).toMatchObject({ episode: { id: first }, wantsToPlay: true })
    expect(usePosition.getState().positionSeconds).toBe(300)
  })

  it('is opened although another was asked for meanwhile that turns out to be gone', async () => {
    const looked = Promise.withResolvers<Result<unknown>>()
    answers.find = () => looked.promise
    const playing = playEpisode(first)
    await vi.waitFor(() => expect(usePlayer.getState().status).toBe('loading'))
    expect(await playEpisode('night-shift/nowhere')).toBe('gone')
    looked.resolve(usualAnswers.find())
    await playing
    opened()
    expect(usePlayer.getState()).toMatchObject({ episode: { id: first }, status: 'playing' })
  })

  it('keeps what could not be written when another was turned to, and writes it later', async () => {
    await playEpisode(first)
    const sound = opened()
    moveTo(sound, 0.5)
    await flushPosition()
    moveTo(sound, 1)
    const full = new DOMException('The disk is full.', 'QuotaExceededError')
    const put = vi.spyOn(database.listening, 'put').mockRejectedValueOnce(full)
    await playEpisode(second)
    opened()
    await vi.waitFor(() => expect(put).toHaveBeenCalled())
    await flushPosition()
    await flushPosition()
    expect(await listeningOf(first)).toMatchObject({ positionSeconds: 1 })
    expect(await heardPartsOf(first)).toMatchObject({ intervals: [[0, 1]] })
    // Nobody has heard anything of the other one.
    expect(await listeningOf(second)).toBeUndefined()
  })

  it('keeps that it was heard to its end, also when that can only be written later', async () => {
    await playEpisode(first)
    const sound = opened()
    const full = new DOMException('The disk is full.', 'QuotaExceededError')
    const put = vi.spyOn(database.listening, 'put').mockRejectedValueOnce(full)
    sound.positionSeconds = 990
    sound.fire({ kind: 'ended' })
    await vi.waitFor(() => expect(put).toHaveBeenCalled())
    await flushPosition()
    await flushPosition()
    expect(await listeningOf(first)).toMatchObject({ finishedAt: expect.any(String) })
  })

  it.each([
    ['plays', true],
    ['is paused', false],
  ])('goes on from the network when its downloaded file is removed while it %s', async (_, plays) => {
    followDownload()
    answers.open = () => success({ url: 'media://file', timing: 'exact' })
    useDownloads.setState({ downloads: [downloaded] })
    await playEpisode(first)
    moveTo(opened(), 50)
    if (!plays) pause()
    answers.open = () => success({ url: 'media://stream', timing: 'unknown' })
    useDownloads.setState({ downloads: [] })
    if (!plays) {
      expect(usePlayer.getState()).toMatchObject({ status: 'paused', wantsToPlay: false })
      play()
    }
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(2))
    expect(sounds.latest()).toMatchObject({
      isPlaying: true,
      source: { url: 'media://stream', startSeconds: 50 },
    })
    expect(sounds.opened[0]?.isClosed).toBe(true)
    // What comes over the network has nothing to do with the list of downloads.
    useDownloads.setState({ downloads: [downloaded] })
    useDownloads.setState({ downloads: [] })
    expect(sounds.opened).toHaveLength(2)
  })

  it('keeps of a jump out of what plays that nothing was heard there yet', async () => {
    await playEpisode(first)
    const sound = opened()
    moveTo(sound, 0.5)
    sound.positionSeconds = 0.7
    seekTo(300)
    pause()
    await flushPosition()
    expect(await listeningOf(first)).toMatchObject({ positionSeconds: 300, sought: true })
  })

  it('keeps what the clock still went before it stood, though the pause was written by then', async () => {
    await playEpisode(first)
    const sound = opened()
    moveTo(sound, 0.5)
    pause()
    await flushPosition()
    // An element tells of a pause a moment later, and with it where it came to stand.
    sound.positionSeconds = 0.7
    sound.fire({ kind: 'time' })
    sound.fire({ kind: 'paused' })
    await vi.waitFor(async () => expect(await listeningOf(first)).toMatchObject({ positionSeconds: 0.7 }))
    expect(await heardPartsOf(first)).toMatchObject({ intervals: [[0, 0.7]] })
  })

  it('is what the button says too when an episode is played again from its end', async () => {
    await playEpisode(first)
    const sound = opened()
    sound.positionSeconds = 990
    sound.fire({ kind: 'ended' })
    await vi.waitFor(() => expect(usePlayer.getState().status).toBe('ended'))
    await playEpisode(first)
    sound.isSeeking = false
    sound.fire({ kind: 'seeked' })
    sound.fire({ kind: 'playing' })
    expect(usePlayer.getState()).toMatchObject({ status: 'playing', wantsToPlay: true })
  })

  it('stays where it is when a chapter lies past the end that a stream tells of', async () => {
    await playEpisode(first)
    const sound = opened()
    sound.positionSeconds = 30
    sound.fire({ kind: 'time' })
    seekTo(1500)
    expect(sound.seeks).toEqual([])
    expect(usePlayer.getState()).toMatchObject({ status: 'playing', wantsToPlay: true })
    expect(usePosition.getState().positionSeconds).toBe(30)
    expect(useNotices.getState().notices.at(-1)?.text).toContain('past the end')
  })

  it('skips no further than just before the end', async () => {
    await playEpisode(first)
    const sound = opened()
    sound.positionSeconds = 980
    sound.fire({ kind: 'time' })
    skipBy(30)
    expect(sound.seeks).toEqual([989.5])
  })

  it('goes to a moment of audio that is not open, however short it was thought to be', async () => {
    await playEpisode(first)
    opened()
    await playEpisode(second)
    pause()
    engine.close()
    seekTo(1500)
    expect(usePosition.getState().positionSeconds).toBe(1500)
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
    await keepPosition({
      episodeId: first,
      positionSeconds: 300,
      durationSeconds: 990,
      heardAtMs: Date.now(),
    })
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
