import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { mergeChanges, nothingMerged } from '../../../renderer/db/merge-changes.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { speedOf } from '../../../renderer/db/speeds.ts'
import { hold } from '../../../renderer/player/holding.ts'
import { playEpisode } from '../../../renderer/player/playing.ts'
import { useSpeeds } from '../../../renderer/player/speed-store.ts'
import { followSpeeds, giveUpOwnSpeed, keepForPodcast } from '../../../renderer/player/speeds.ts'
import { usePlayer } from '../../../renderer/player/store.ts'
import { faster, setRate } from '../../../renderer/player/transport.ts'
import { restoreVoice } from '../../../renderer/player/voice.ts'
import { lookedUp, madePodcast } from '../made-episodes.ts'
import { arrangePlayer, first, second, writeEpisode } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

arrangePlayer(sounds)
followSpeeds()
const other = 'early-bird/toast'
const rateNow = () => usePlayer.getState().rate

beforeEach(async () => {
  useSpeeds.setState({ general: 1, generalBefore: 1, podcastSlug: null, own: null })
  await writeEpisode(other)
})

describe('a podcast’s own speed', () => {
  it('is kept for all of its episodes, and everything else goes on at the speed before', async () => {
    await hold(first)
    setRate(1.7)
    keepForPodcast('Night Shift')
    await vi.waitFor(async () => expect(await speedOf('night-shift')).toBe(1.7))

    await hold(other)
    expect(rateNow()).toBe(1)
    await playEpisode(second)
    expect(rateNow()).toBe(1.7)
    await vi.waitFor(() => expect(sounds.opened).toHaveLength(1))
    expect(sounds.latest().settings).toMatchObject({ rate: 1.7 })
  })

  it('is what the keys and the slider change, and the latest of many changes is written', async () => {
    await hold(first)
    keepForPodcast('Night Shift')
    for (const rate of [1.1, 1.3, 1.2]) setRate(rate)
    faster()
    await vi.waitFor(async () => expect(await speedOf('night-shift')).toBe(1.3))
    expect([rateNow(), useSpeeds.getState().general]).toEqual([1.3, 1])
  })

  it('is set back to what everything else plays at', async () => {
    await hold(other)
    setRate(1.2)
    await hold(first)
    setRate(2)
    keepForPodcast('Night Shift')
    giveUpOwnSpeed('Night Shift')
    expect(rateNow()).toBe(1.2)
    await vi.waitFor(async () => expect(await speedOf('night-shift')).toBeNull())
    await hold(other)
    expect(rateNow()).toBe(1.2)
  })

  it('does not become the general one over a restart', async () => {
    await hold(other)
    setRate(1.4)
    await hold(first)
    setRate(2)
    keepForPodcast('Night Shift')
    await vi.waitFor(async () => expect(await speedOf('night-shift')).toBe(2))
    useSpeeds.setState({ general: 1, podcastSlug: null, own: null })
    await restoreVoice()
    expect(rateNow()).toBe(1.4)
    await hold(first)
    expect(rateNow()).toBe(2)
  })

  it('is taken over from another computer while the podcast is in the player', async () => {
    await hold(first)
    await mergeChanges([fromElsewhere(1.5, '2031-03-02T09:30:00.000Z')], nothingMerged())
    await vi.waitFor(() => expect(rateNow()).toBe(1.5))
    await mergeChanges([{ ...fromElsewhere(1.5, '2031-03-02T10:30:00.000Z'), row: null }], nothingMerged())
    await vi.waitFor(() => expect(rateNow()).toBe(1))
  })

  it('holds although a computer that does not know it synced the podcast later', async () => {
    const at = '2026-03-02T09:30:00.000Z'
    await followPodcast(lookedUp(madePodcast('night-shift')), at)
    await hold(first)
    setRate(1.6)
    keepForPodcast('Night Shift')
    await vi.waitFor(async () => expect(await speedOf('night-shift')).toBe(1.6))
    const podcast = await database.podcasts.get('night-shift')
    const updatedAt = '2031-01-01T00:00:00.000Z'
    const synced = {
      kind: 'podcasts',
      key: 'night-shift',
      updatedAt,
      row: { ...podcast, episodeCount: 99, updatedAt },
    } as const
    await mergeChanges([synced], nothingMerged())
    expect((await database.podcasts.get('night-shift'))?.episodeCount).toBe(99)
    expect(await speedOf('night-shift')).toBe(1.6)
  })
})

function fromElsewhere(rate: number, updatedAt: string) {
  const row = { podcastSlug: 'night-shift', rate, createdAt: updatedAt, updatedAt }
  return { kind: 'speeds' as const, key: 'night-shift', updatedAt, row }
}
