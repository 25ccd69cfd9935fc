import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chapterSkipsOf, keepChapterSkips } from '../../../renderer/db/chapter-skips.ts'
import { database } from '../../../renderer/db/database.ts'
import { listeningOf } from '../../../renderer/db/listening.ts'
import { keepOffset } from '../../../renderer/db/offsets.ts'
import { addToQueue } from '../../../renderer/db/queue.ts'
import { nextUnheardOfHeld } from '../../../renderer/player/heard-acts.ts'
import { toggleLoop } from '../../../renderer/player/loop.ts'
import { play, playEpisode, seekTo } from '../../../renderer/player/playing.ts'
import { setSkipped, toggleSkipOfPlaying } from '../../../renderer/player/skip-acts.ts'
import { usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { nextChapter, previousChapter, skipBy } from '../../../renderer/player/transport.ts'
import { receiveSettings } from '../../../renderer/settings/store.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import { settingsSchema } from '../../../shared/models/settings.ts'
import { arrangePlayer, first, moveTo, second, writeEpisode } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)
afterEach(() => receiveSettings(settingsSchema.parse({})))

const at = (startSeconds: number) => ({ startSeconds, title: `At ${startSeconds}` })
const position = () => usePosition.getState().positionSeconds
const lastNotice = () => useNotices.getState().notices.at(-1)

async function skipped(startSeconds: number, skip = true): Promise<void> {
  await setSkipped(first, at(startSeconds), skip)
  await vi.waitFor(async () =>
    expect(usePlayer.getState().episode?.skips).toEqual(await chapterSkipsOf(first)),
  )
}

describe('a chapter that is ticked off', () => {
  it('is passed over at its beginning', async () => {
    await playEpisode(first)
    const sound = opened()
    await skipped(60)
    moveTo(sound, 59.5)
    expect(sound.seeks).toEqual([])
    moveTo(sound, 60)
    expect(sound.seeks).toEqual([475])
  })

  it('is left at once when it plays, and heard when the person goes there', async () => {
    await playEpisode(first, { atSeconds: 100 })
    const sound = opened()
    await skipped(60)
    expect(sound.seeks).toEqual([475])
    seekTo(100)
    moveTo(sound, 100)
    moveTo(sound, 101)
    expect(position()).toBe(101)
    // Said once more while it plays because it was gone to, the last word holds.
    await skipped(60, false)
    await skipped(60)
    expect(sound.seeks.at(-1)).toBe(475)
  })

  it('that is the last one ends the episode, which is finished, and the next in Up next plays', async () => {
    await addToQueue(second)
    await playEpisode(first, { atSeconds: 470 })
    const sound = opened()
    await skipped(475)
    moveTo(sound, 475)
    expect(usePlayer.getState().status).toBe('ended')
    await vi.waitFor(() => expect(usePlayer.getState().episode?.id).toBe(second))
    expect(await listeningOf(first)).toMatchObject({ positionSeconds: 475, finishedAt: expect.any(String) })
  })

  it('begins the episode anew that is played on from there', async () => {
    await playEpisode(first, { atSeconds: 470 })
    const sound = opened()
    await skipped(475)
    moveTo(sound, 475)
    play()
    expect(position()).toBe(0)
    expect(sound.isPlaying).toBe(true)
  })

  it('is where its audio has it, when that is shifted', async () => {
    await playEpisode(first)
    const sound = opened()
    await keepOffset(first, 10)
    await skipped(60)
    await vi.waitFor(() => expect(usePlayer.getState().episode?.offsetSeconds).toBe(10))
    moveTo(sound, 69.5)
    expect(sound.seeks).toEqual([])
    moveTo(sound, 70)
    expect(sound.seeks).toEqual([485])
  })

  it('is no chapter that buttons lead to', async () => {
    await playEpisode(first)
    const sound = opened()
    await skipped(60)
    moveTo(sound, 50)
    nextChapter()
    skipBy(-15)
    expect(sound.seeks).toEqual([475, 45])
    sound.seeks.length = 0
    seekTo(476)
    previousChapter()
    expect(sound.seeks).toEqual([476, 0])
  })

  it('is no part that waits to be heard', async () => {
    await playEpisode(first, { atSeconds: 30 })
    opened()
    await skipped(60)
    await nextUnheardOfHeld()
    // From the first second, of which nothing was heard, to the second chapter.
    expect(position()).toBe(475)
  })

  it('is not where the next unheard part is, when others were chosen', async () => {
    await playEpisode(first, { only: [at(475)] })
    opened()
    seekTo(0)
    await nextUnheardOfHeld()
    expect(position()).toBe(475)
  })

  it('says so, can be undone, and leaves no row', async () => {
    await setSkipped(first, at(60), true)
    expect(lastNotice()?.text).toBe('“At 60” is skipped.')
    lastNotice()?.action?.run()
    await vi.waitFor(async () => expect(await database.chapterSkips.count()).toBe(0))
    await setSkipped(first, at(60), true)
    await setSkipped(first, at(60), false)
    expect(await database.chapterSkips.count()).toBe(0)
  })

  it('leaves what was said of chapters that are not there now', async () => {
    const gone = { startSeconds: 800, title: 'Gone', skip: true }
    await keepChapterSkips(first, [gone])
    await setSkipped(first, at(60), true)
    expect(await chapterSkipsOf(first)).toEqual([gone, { ...at(60), skip: true }])
  })

  it('is no longer chosen', async () => {
    await playEpisode(first, { only: [at(60), at(475)] })
    opened()
    await skipped(475)
    expect(usePlayer.getState().only).toEqual([at(60)])
  })

  it('goes to the second home as one change of its own', async () => {
    await setSkipped(first, at(60), true)
    const changes = (await database.unsent.toArray()).flatMap((unsent) => unsent.changes)
    expect(changes.findLast(({ kind }) => kind === 'chapterSkips')).toMatchObject({
      key: first,
      row: { episodeId: first, chapters: [{ ...at(60), skip: true }] },
    })
  })

  it('is the one that plays, for a key, and back', async () => {
    await playEpisode(first, { atSeconds: 500 })
    opened()
    await toggleSkipOfPlaying()
    expect(await chapterSkipsOf(first)).toEqual([{ ...at(475), skip: true }])
    await vi.waitFor(() => expect(usePlayer.getState().episode?.skips).toHaveLength(1))
    await toggleSkipOfPlaying()
    expect(await chapterSkipsOf(first)).toEqual([])
  })
})

describe('a chapter that a rule skips', () => {
  it('is passed over, and plays all the same when the person says so', async () => {
    await playEpisode(first)
    const sound = opened()
    receiveSettings(settingsSchema.parse({ skipWords: ['60'] }))
    moveTo(sound, 60)
    expect(sound.seeks).toEqual([475])
    await skipped(60, false)
    expect(await chapterSkipsOf(first)).toEqual([{ ...at(60), skip: false }])
    seekTo(59)
    moveTo(sound, 59)
    moveTo(sound, 60)
    expect(position()).toBe(60)
  })
})

it('an episode all of whose chapters are skipped says so, and plays nothing until one is chosen', async () => {
  await writeEpisode(first, { chapters: [{ ...at(0), description: '' }] })
  await keepChapterSkips(first, [{ ...at(0), skip: true }])
  expect(await playEpisode(first)).toBe('all-skipped')
  expect(sounds.opened).toHaveLength(0)
  expect(lastNotice()?.text).toMatch(/All chapters of this episode are skipped/)
  expect(await playEpisode(first, { atSeconds: 0 })).toBe('plays')
  expect(sounds.latest().isPlaying).toBe(true)
})

it('repeating is told, and leaves with a second press', async () => {
  await playEpisode(first, { atSeconds: 100 })
  opened()
  toggleLoop()
  expect(usePlayer.getState().loop).toEqual(at(60))
  toggleLoop()
  expect(usePlayer.getState().loop).toBeNull()
  seekTo(10)
  toggleLoop()
  expect(lastNotice()?.text).toMatch(/no chapter here/)
})
