import { afterEach, beforeEach, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { listeningOf } from '../../../renderer/db/listening.ts'
import { followEngine } from '../../../renderer/player/follow-engine.ts'
import { followHeldEpisode } from '../../../renderer/player/follow-episode.ts'
import { followParts } from '../../../renderer/player/follow-parts.ts'
import { flushPosition } from '../../../renderer/player/position-keeper.ts'
import { endSitting } from '../../../renderer/player/sitting.ts'
import { emptyPlayer, usePlayer, usePosition } from '../../../renderer/player/store.ts'
import { engine } from '../../../renderer/player/the-engine.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { type EpisodeId, slugsOf } from '../../../shared/models/identity.ts'
import { type Result, success } from '../../../shared/result.ts'
import { madeEpisode } from '../made-episodes.ts'
import { storeMade } from '../stored-episodes.ts'
import type { FakeSound, fakeSounds } from './fake-sound.ts'

export const first = 'night-shift/queues' satisfies EpisodeId
export const second = 'night-shift/clocks' satisfies EpisodeId

/** Two episodes in the library and a player on fake sounds, anew for each test of the file that calls it. */
export function arrangePlayer(sounds: ReturnType<typeof fakeSounds>) {
  /** The main process, as far as the player asks it. */
  const usualAnswers = {
    find: (): Result<unknown> | Promise<Result<unknown>> =>
      success({ location: { kind: 'remote', url: 'https://example.org/a.mp3' }, origin: 'page' }),
    open: (): Result<unknown> => success({ url: 'media://audio', timing: 'exact' }),
    timing: (): Result<unknown> => success('exact'),
  }
  const answers = { ...usualAnswers }
  const calls: string[] = []
  vi.stubGlobal('earmark', {
    call: async (name: string) => {
      calls.push(name)
      if (name === 'audio.find') return answers.find()
      if (name === 'audio.open') return answers.open()
      if (name === 'audio.timing') return answers.timing()
      return success(null)
    },
    listen: () => () => undefined,
  })
  followEngine()
  followHeldEpisode()
  followParts()

  beforeEach(async () => {
    Object.assign(answers, usualAnswers)
    calls.length = 0
    await Promise.all([writeEpisode(first), writeEpisode(second)])
  })

  afterEach(async () => {
    await flushPosition()
    engine.close()
    endSitting()
    usePlayer.setState(emptyPlayer)
    usePosition.setState({ positionSeconds: 0 })
    sounds.opened.length = 0
    await Promise.all(database.tables.map((table) => table.clear()))
  })

  /** As an element does once the first bytes are there. */
  function opened(): FakeSound {
    const sound = sounds.latest()
    sound.durationSeconds = 990
    sound.fire({ kind: 'opened' })
    sound.fire({ kind: 'playing' })
    return sound
  }

  return { answers, usualAnswers, calls, opened }
}

export async function writeEpisode(id: EpisodeId, change: Partial<Episode> = {}): Promise<void> {
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

export function moveTo(sound: FakeSound, seconds: number): void {
  sound.isSeeking = false
  sound.positionSeconds = seconds
  sound.fire({ kind: 'time' })
}

export async function keptSeconds(id: EpisodeId): Promise<number | undefined> {
  return (await listeningOf(id))?.positionSeconds
}
