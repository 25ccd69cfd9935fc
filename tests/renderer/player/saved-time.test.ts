import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { remember } from '../../../renderer/db/memory.ts'
import { countSaved, followSavedTime, useSavedTime } from '../../../renderer/player/saved-time.ts'
import { savedTimeText } from '../../../renderer/player/saved-words.ts'
import { emptyPlayer, type PlayerEpisode, usePlayer } from '../../../renderer/player/store.ts'

const key = 'silence-saved'

async function keptSeconds(): Promise<unknown> {
  return (await database.memory.get(key))?.value
}

function episode(id: PlayerEpisode['id']): PlayerEpisode {
  return { id, title: '', podcastTitle: '', chapters: [], skips: [], offsetSeconds: 0, durationSeconds: null }
}

beforeEach(async () => {
  usePlayer.setState(emptyPlayer)
  await database.memory.clear()
})

test('what trimming saves is added to what it saved before, and is on the disk at the next pause at the latest', async () => {
  await remember(key, { totalSeconds: 100 })
  countSaved(0.5)
  await followSavedTime()
  expect(useSavedTime.getState()).toEqual({ sittingSeconds: 0.5, totalSeconds: 100.5 })
  countSaved(0.25)
  countSaved(0)
  countSaved(-3)
  countSaved(Number.NaN)
  usePlayer.setState({ status: 'paused' })
  await vi.waitFor(async () => expect(await keptSeconds()).toEqual({ totalSeconds: 100.75 }))

  countSaved(2)
  await vi.waitFor(async () => expect(await keptSeconds()).toEqual({ totalSeconds: 102.75 }))

  usePlayer.setState({ episode: episode('night-shift/clocks') })
  expect(useSavedTime.getState()).toEqual({ sittingSeconds: 0, totalSeconds: 102.75 })
})

test('what was saved is told in words, and nothing while it is nothing', () => {
  expect(savedTimeText({ sittingSeconds: 0, totalSeconds: 0.9 })).toBeNull()
  expect(savedTimeText({ sittingSeconds: 12.4, totalSeconds: 12.4 })).toBe('Saved 0:12 so far.')
  expect(savedTimeText({ sittingSeconds: 0, totalSeconds: 3700 })).toBe('Saved 1:01:40 so far.')
  expect(savedTimeText({ sittingSeconds: 65, totalSeconds: 3700 })).toBe(
    'Saved 1:05 in this episode, 1:01:40 in all.',
  )
})
