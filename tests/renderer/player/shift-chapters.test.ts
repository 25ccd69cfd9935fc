import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { annotationsOf } from '../../../renderer/db/annotations.ts'
import { database } from '../../../renderer/db/database.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { offsetOf } from '../../../renderer/db/offsets.ts'
import { markHere } from '../../../renderer/notes/actions.ts'
import { playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import {
  chapterStartsNow,
  nearestChapterStartsNow,
  resetOffset,
} from '../../../renderer/player/shift-chapters.ts'
import { usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { nextChapter, playFrom } from '../../../renderer/player/transport.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import { arrangePlayer, first, moveTo, second } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)

const starts = () => usePlayer.getState().episode?.chapters.map(({ startSeconds }) => startSeconds)
const position = () => usePosition.getState().positionSeconds
const lastNotice = () => useNotices.getState().notices.at(-1)

/** At 95 seconds, the chapter of 60 seconds is heard to begin. */
async function shiftedBy35() {
  await playEpisode(first)
  const sound = opened()
  moveTo(sound, 95.7)
  await nearestChapterStartsNow()
  await vi.waitFor(() => expect(starts()).toEqual([95, 510]))
  return sound
}

describe('a chapter that is said to start now', () => {
  it('shifts all chapters of the episode, for whatever goes to them', async () => {
    await shiftedBy35()
    expect(await offsetOf(first)).toBe(35)
    nextChapter()
    expect(position()).toBe(510)
    await playFrom(first, 60)
    expect(position()).toBe(95)
  })

  it('says so, and can be undone', async () => {
    await shiftedBy35()
    expect(lastNotice()?.text).toBe(
      '“At 60” starts here now. Chapters and notes are 35 seconds later than the service tells them.',
    )
    lastNotice()?.action?.run()
    await vi.waitFor(() => expect(starts()).toEqual([60, 475]))
  })

  it('is the one that was named, and of the episode in the player', async () => {
    const sound = await shiftedBy35()
    moveTo(sound, 500)
    await chapterStartsNow(first, { startSeconds: 475, title: 'At 475', description: '' })
    expect(await offsetOf(first)).toBe(25)
    await chapterStartsNow(second, { startSeconds: 60, title: 'At 60', description: '' })
    expect(await offsetOf(second)).toBe(0)
  })

  it('leaves other episodes as they are', async () => {
    await shiftedBy35()
    await playEpisode(second)
    expect(starts()).toEqual([60, 475])
    await playFrom(second, 475)
    expect(position()).toBe(475)
  })
})

it('is taken back by resetting it, and leaves no row', async () => {
  await shiftedBy35()
  await resetOffset(first)
  await vi.waitFor(() => expect(starts()).toEqual([60, 475]))
  expect(await database.offsets.count()).toBe(0)
})

it('begins an episode from a chapter where that is in its audio, also before the audio is open', async () => {
  await shiftedBy35()
  await playEpisode(second)
  await playFrom(first, 475)
  expect(sounds.latest().source.startSeconds).toBe(510)
})

it('stores a note on the clock of the chapters, with the chapter that was heard', async () => {
  const sound = await shiftedBy35()
  moveTo(sound, 520)
  await markHere()
  const [note] = await annotationsOf(first)
  // Ten seconds back, as notes begin: 510 in the audio, which is where the second chapter begins.
  expect(note?.anchor).toEqual({ kind: 'moment', startSeconds: 475 })
  expect(note?.context).toMatchObject({
    chapterTitle: 'At 475',
    chapterStartSeconds: 475,
    durationSeconds: 955,
  })
  expect(lastNotice()?.text).toMatch(/^Marked 8:30\./)
  seekTo(0)
  await resetOffset(first)
  await playFrom(first, note?.anchor.startSeconds ?? 0)
  expect(position()).toBe(475)
})

it('goes to the second home as a change of its own, which a position does not touch', async () => {
  await shiftedBy35()
  const changes = (await database.unsent.toArray()).flatMap((unsent) => unsent.changes)
  expect(changes.find(({ kind }) => kind === 'offsets')).toMatchObject({
    key: first,
    row: { episodeId: first, offsetSeconds: 35 },
  })
  await keepPosition({ episodeId: first, positionSeconds: 700, durationSeconds: 990, heardAtMs: Date.now() })
  expect(await offsetOf(first)).toBe(35)
})
