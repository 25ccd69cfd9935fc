import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { remember } from '../../../renderer/db/memory.ts'
import { followChosen, recallChosen } from '../../../renderer/player/chosen-memory.ts'
import { playEpisode } from '../../../renderer/player/playing.ts'
import { arrangePlayer, first, second } from './arranged-player.ts'

const sounds = await vi.hoisted(async () => (await import('./fake-sound.ts')).fakeSounds())
vi.mock('../../../renderer/player/howl-sound.ts', () => ({ openHowlSound: sounds.openSound }))

arrangePlayer(sounds)
followChosen()

const chosen = [{ startSeconds: 60, title: 'At 60' }]

it('which chapters are played alone is known again, of that episode, until all of it is played', async () => {
  await playEpisode(first, { only: chosen })
  await vi.waitFor(async () => expect(await recallChosen(first)).toEqual(chosen))
  expect(await recallChosen(second)).toBeNull()
  await playEpisode(first, { only: null })
  await vi.waitFor(async () => expect(await recallChosen(first)).toBeNull())
})

it.each([[null], [{ episodeId: first, only: [] }], [{ episodeId: first, only: [{ startSeconds: 'x' }] }]])(
  'what is remembered otherwise is nothing: %j',
  async (value) => {
    await remember('player-only', value)
    expect(await recallChosen(first)).toBeNull()
  },
)
