import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { keepPosition, listeningOf } from '../../../renderer/db/listening.ts'
import { addAtEnd, addToQueue, queueRows } from '../../../renderer/db/queue.ts'
import { followParts } from '../../../renderer/player/follow-parts.ts'
import { playPart } from '../../../renderer/player/play-part.ts'
import { queuedEntries } from '../../../renderer/player/queued-entries.ts'
import { usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { useNotices } from '../../../renderer/shell/notice.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { arrangePlayer, first, moveTo, second, writeEpisode } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

const { opened } = arrangePlayer(sounds)
followParts()
const [early, late] = [
  { startSeconds: 60, title: 'At 60' },
  { startSeconds: 475, title: 'At 475' },
]
const waiting = async () =>
  (await queueRows()).map(({ episodeId, chapters }) => [episodeId, chapters?.length])

async function startAt(id: EpisodeId, seconds: number): Promise<void> {
  await vi.waitFor(() => expect(usePlayer.getState().episode?.id).toBe(id))
  await vi.waitFor(() => expect(sounds.latest()).toMatchObject({ isPlaying: true, isClosed: false }))
  expect(sounds.latest().source.startSeconds).toBe(seconds)
}

describe('chapters in Up next', () => {
  it('play one after another and over episodes, each entry leaving when its last one has ended', async () => {
    await addAtEnd([
      { episodeId: first, part: [early] },
      { episodeId: second, part: [late] },
    ])
    const [entry] = await queuedEntries()
    await playPart(first, entry?.part ?? null)
    await startAt(first, 60)
    const sound = opened()
    moveTo(sound, 300)
    expect(usePlayer.getState().status).toBe('playing')
    moveTo(sound, 475)
    await startAt(second, 475)
    expect(await waiting()).toEqual([[second, 1]])
    expect((await listeningOf(first))?.finishedAt).toBeNull()
  })

  it('begin with the first of them, and not with what comes after where the person is', async () => {
    await keepPosition({ episodeId: first, positionSeconds: 30, durationSeconds: 990, heardAtMs: Date.now() })
    await playPart(first, [late])
    await startAt(first, 475)
    opened()
    await keepPosition({
      episodeId: second,
      positionSeconds: 470,
      durationSeconds: 990,
      heardAtMs: Date.now(),
    })
    await playPart(second, [late])
    await startAt(second, 475)
    opened()
    await writeEpisode('night-shift/third')
    await keepPosition({
      ...{
        episodeId: 'night-shift/third',
        positionSeconds: 600,
        durationSeconds: 990,
        heardAtMs: Date.now(),
      },
    })
    await playPart('night-shift/third', [early])
    await startAt('night-shift/third', 60)
  })

  it('go on where the person is in one of them', async () => {
    await keepPosition({
      episodeId: first,
      positionSeconds: 500,
      durationSeconds: 990,
      heardAtMs: Date.now(),
    })
    await playPart(first, [early, late])
    await startAt(first, 500)
  })

  it('leave a whole episode where it waits', async () => {
    await addToQueue(first)
    await playPart(first, [early])
    await startAt(first, 60)
    moveTo(opened(), 475)
    // The whole of it is what waits first, and begins anew.
    await vi.waitFor(() => expect(usePlayer.getState()).toMatchObject({ only: null, wantsToPlay: true }))
    expect(await waiting()).toEqual([[first, undefined]])
    expect(usePosition.getState().positionSeconds).toBe(0)
  })

  it('that an episode has no longer are told and left out, and what comes after them plays', async () => {
    await addAtEnd([
      { episodeId: second, part: [{ startSeconds: 200, title: 'Gone' }] },
      { episodeId: 'night-shift/third', part: [early] },
    ])
    await writeEpisode('night-shift/third')
    await playPart(first, [early])
    await startAt(first, 60)
    moveTo(opened(), 475)
    await startAt('night-shift/third', 60)
    expect(await waiting()).toEqual([['night-shift/third', 1]])
    expect(
      useNotices
        .getState()
        .notices.map(({ text }) => text)
        .join(),
    ).toContain('no longer among the chapters')
  })

  it('are shown with their titles and lengths as the episode has them now', async () => {
    await writeEpisode(first, {
      chapters: [62, 475].map((startSeconds) => ({
        startSeconds,
        title: `At ${startSeconds - 2}`,
        description: '',
      })),
    })
    await addAtEnd([{ episodeId: first, part: [early, { startSeconds: 900, title: 'Gone' }] }])
    expect((await queuedEntries())[0]?.chapters).toEqual([
      { startSeconds: 62, title: 'At 60', lengthSeconds: 413 },
    ])
  })
})
