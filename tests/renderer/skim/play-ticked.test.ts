import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { playEpisode } from '../../../renderer/player/playing.ts'
import { usePlayer } from '../../../renderer/player/store.ts'
import { playTicked } from '../../../renderer/skim/play-ticked.ts'
import { tick, toggleSkim, useSkim } from '../../../renderer/skim/skim-store.ts'
import { arrangePlayer, first, second } from '../player/arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('../player/fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

arrangePlayer(sounds)
const at = (startSeconds: number) => ({ startSeconds, title: `At ${startSeconds}` })

it('plays what is ticked from the first one’s beginning, wherever the person was, and is done', async () => {
  await playEpisode(first, { atSeconds: 600 })
  await playEpisode(second)
  toggleSkim(first)
  await playTicked(first, [at(60), at(475)], 0)
  expect(sounds.latest().source.startSeconds).toBe(60)
  expect(usePlayer.getState()).toMatchObject({ episode: { id: first }, only: [at(60), at(475)] })
  expect(useSkim.getState().episodeId).toBeNull()
})

it('stays where nothing of it can be played', async () => {
  toggleSkim(first)
  await playTicked(first, [{ startSeconds: 800, title: 'Gone' }], 0)
  expect(useSkim.getState().episodeId).toBe(first)
  expect(usePlayer.getState().episode).toBeNull()
  toggleSkim(first)
})

it('has ticked what was ticked before, in the same episode only', () => {
  toggleSkim(first)
  tick([at(60)])
  toggleSkim(first)
  toggleSkim(first)
  expect(useSkim.getState().ticked).toEqual([at(60)])
  toggleSkim(second)
  expect(useSkim.getState().ticked).toEqual([])
})
