import 'fake-indexeddb/auto'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, it, vi } from 'vitest'
import { heardPartsOf } from '../../../renderer/db/heard.ts'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import { followKeptPosition } from '../../../renderer/player/follow-listening.ts'
import { nextUnheardOfHeld, toggleHeldHeard } from '../../../renderer/player/heard-acts.ts'
import { hold } from '../../../renderer/player/holding.ts'
import { continueHere, continueThere, usePlaceQuestion } from '../../../renderer/player/place-question.ts'
import { pause, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { usePosition } from '../../../renderer/player/store.ts'
import { isFinished } from '../../../shared/heard/share.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { arrangePlayer, first, keptSeconds, moveTo, second } from './arranged-player.ts'
import type { FakeSound } from './fake-sound.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)
followKeptPosition()

/** Half a second, so little that the page's clock need not be moved. */
function playHalf(sound: FakeSound): void {
  moveTo(sound, sound.positionSeconds + 0.5)
}

async function heard(id: EpisodeId = first): Promise<unknown> {
  return (await heardPartsOf(id)).intervals
}

const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
const stamp = (atMs: number) => new Date(atMs).toISOString()

/** A position and a sitting as they come from elsewhere. */
function fromElsewhere(positionSeconds: number, atMs: number, more: object = {}): KeptChange[] {
  const stamps = { createdAt: stamp(atMs - 60_000), updatedAt: stamp(atMs) }
  const id = uuidV7()
  return [
    {
      kind: 'listening',
      key: first,
      updatedAt: stamp(atMs),
      row: {
        ...{ episodeId: first, positionSeconds, durationSeconds: 990, heardAtMs: atMs, finishedAt: null },
        ...{ counted: true, ...more, ...stamps },
      },
    },
    {
      kind: 'heard',
      key: id,
      updatedAt: stamp(atMs),
      row: {
        ...{ id, how: 'played', episodeId: first, day: '2026-03-04', spentSeconds: 60 },
        ...{ intervals: [[positionSeconds - 60, positionSeconds]], endSeconds: positionSeconds, ...stamps },
      },
    },
  ]
}

describe('what is heard', () => {
  it('is kept on pause: what the clock moved through, and not what was jumped over', async () => {
    await playEpisode(first)
    const sound = opened()
    playHalf(sound)
    seekTo(600)
    sound.isSeeking = false
    sound.fire({ kind: 'seeked' })
    playHalf(sound)
    sound.fire({ kind: 'paused' })
    pause()
    await flushPosition()
    expect(await heard()).toEqual([
      [0, 0.5],
      [600, 600.5],
    ])
  })

  it('of the episode that was left is kept when another is played, to its last moment', async () => {
    await playEpisode(first)
    const sound = opened()
    playHalf(sound)
    sound.positionSeconds += 0.3
    await playEpisode(second)
    await flushPosition()
    expect(await heard(first)).toEqual([[0, 0.8]])
    expect(await heard(second)).toEqual([])
  })

  it('is not what was heard before it was marked as not heard, though it plays on', async () => {
    await playEpisode(first)
    const sound = opened()
    playHalf(sound)
    await toggleHeldHeard()
    expect(isFinished(await heardPartsOf(first), 990)).toBe(true)
    await toggleHeldHeard()
    expect(await heard()).toEqual([[0, 0.5]])
    playHalf(sound)
    await flushPosition()
    expect(await heard()).toEqual([[0, 1]])
  })
})

describe('the next part that was not heard', () => {
  it('is gone to', async () => {
    await keepPosition({
      ...{ episodeId: first, positionSeconds: 100, durationSeconds: 990, heardAtMs: minutesAgo(5) },
      sittings: [
        {
          id: '0195a000-0000-7000-8000-000000000001',
          day: '2026-03-04',
          intervals: [[0, 300]],
          spentSeconds: 300,
          endSeconds: 300,
        },
      ],
    })
    await hold(first)
    await nextUnheardOfHeld()
    expect(usePosition.getState().positionSeconds).toBe(300)
  })
})

describe('a position that comes from elsewhere', () => {
  it('and was heard later is where the held episode stands from then on', async () => {
    await keptEarlier(300, minutesAgo(60))
    await hold(first)
    await mergeChanges(fromElsewhere(700, minutesAgo(1)), nothingMerged())
    await vi.waitFor(() => expect(usePosition.getState().positionSeconds).toBe(700))
    expect(usePlaceQuestion.getState().question).toBeNull()
    await flushPosition()
    expect(await keptSeconds(first)).toBe(700)
  })

  it('and was heard earlier does not move it', async () => {
    await keptEarlier(300, minutesAgo(1))
    await hold(first)
    await mergeChanges(fromElsewhere(200, minutesAgo(60)), nothingMerged())
    await flushPosition()
    expect(usePosition.getState().positionSeconds).toBe(300)
    expect(await keptSeconds(first)).toBe(300)
  })

  it('does not take what plays elsewhere, which is heard later still', async () => {
    await playEpisode(first)
    const sound = opened()
    playHalf(sound)
    await mergeChanges(fromElsewhere(700, minutesAgo(1)), nothingMerged())
    playHalf(sound)
    await flushPosition()
    expect(sound.seeks).toEqual([])
    expect(await keptSeconds(first)).toBe(1)
  })
})

/** As it was kept then, and not just now. */
async function keptEarlier(positionSeconds: number, atMs: number, more: object = {}): Promise<void> {
  const [position] = fromElsewhere(positionSeconds, atMs, more)
  if (position !== undefined) await mergeChanges([position], nothingMerged())
}

/** The person heard on to 700 an hour ago, and this database, which came back as it was before, was played from 300 since. */
async function playedOnAStaleCopy(): Promise<void> {
  await keptEarlier(310, minutesAgo(1), { loadedAtMs: minutesAgo(2), basedOnMs: minutesAgo(180) })
  await hold(first)
  await mergeChanges(fromElsewhere(700, minutesAgo(60)), nothingMerged())
  await vi.waitFor(() => expect(usePlaceQuestion.getState().question).not.toBeNull())
}

describe('a jump back by a copy that was behind', () => {
  it('asks, and stays where it is when the person says so', async () => {
    await playedOnAStaleCopy()
    expect(usePlaceQuestion.getState().question).toMatchObject({
      hereSeconds: 310,
      there: { positionSeconds: 700 },
    })
    await continueHere()
    expect(usePosition.getState().positionSeconds).toBe(310)
    await hold(first)
    expect(usePlaceQuestion.getState().question).toBeNull()
    expect((await listeningOf(first))?.basedOnMs).toBeGreaterThan(minutesAgo(2))
  })

  it('asks, and goes where the person was when they say so', async () => {
    await playedOnAStaleCopy()
    await continueThere()
    expect(await keptSeconds(first)).toBe(700)
    expect(usePlaceQuestion.getState().question).toBeNull()
  })

  it('asks until it is answered, also when it was played on and held again', async () => {
    await playedOnAStaleCopy()
    seekTo(320)
    await flushPosition()
    await hold(second)
    await vi.waitFor(() => expect(usePlaceQuestion.getState().question).toBeNull())
    await hold(first)
    await vi.waitFor(() => expect(usePlaceQuestion.getState().question).toMatchObject({ hereSeconds: 320 }))
  })
})
