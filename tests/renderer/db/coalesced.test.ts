import 'fake-indexeddb/auto'

import { beforeEach, expect, test, vi } from 'vitest'
import { coalesced } from '../../../renderer/db/coalesced.ts'
import { remember } from '../../../renderer/db/memory.ts'
import { onCommit } from '../../../renderer/db/on-commit.ts'
import { followPodcast } from '../../../renderer/db/podcasts.ts'
import { freshDatabase } from '../fresh-database.ts'
import { listEpisodeRows } from '../list-episode-rows.ts'
import { lookedUp, madeEpisode, madePodcast } from '../made-episodes.ts'
import { storedIds, storeMade } from '../stored-episodes.ts'

const leastMs = 80

beforeEach(async () => {
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast('night')), '2026-03-10T08:00:00.000Z')
})

async function addEpisode(slug: string): Promise<void> {
  await storeMade(madeEpisode('night', slug))
}

function listening() {
  const read = vi.fn(listEpisodeRows)
  const rows = coalesced(read, (hear) => onCommit('shelves', hear), leastMs)
  const hear = vi.fn()
  return { read, rows, hear, stop: rows.subscribe(hear) }
}

test('reads at once, and gives nothing before', async () => {
  await addEpisode('a')
  const { read, rows, hear, stop } = listening()
  expect(rows.latest()).toBeUndefined()
  expect(read).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(1))
  expect(rows.latest()).toHaveLength(1)
  stop()
})

test('reads a few times while a hundred pages are written, and ends with every row', async () => {
  const { read, rows, stop } = listening()
  const began = performance.now()
  for (let page = 0; page < 100; page += 1) await addEpisode(`e${page}`)
  await vi.waitFor(() => expect(rows.latest()).toHaveLength(100))
  const tookMs = performance.now() - began
  expect(read.mock.calls.length).toBeLessThanOrEqual(2 + tookMs / leastMs)
  stop()
})

test('never reads twice at a time, and reads again for what changed during a read', async () => {
  let release = (): void => undefined
  let readers = 0
  let mostReaders = 0
  const rows = coalesced(
    async () => {
      readers += 1
      mostReaders = Math.max(mostReaders, readers)
      const count = (await storedIds()).length
      await new Promise<void>((resolve) => {
        release = resolve
      })
      readers -= 1
      return count
    },
    (hear) => onCommit('shelves', hear),
    0,
  )
  const stop = rows.subscribe(() => undefined)
  await vi.waitFor(() => expect(readers).toBe(1))
  await addEpisode('a')
  await addEpisode('b')
  await vi.waitFor(() => {
    release()
    expect(rows.latest()).toBe(2)
  })
  expect(mostReaders).toBe(1)
  stop()
})

test('rows of other tables cause no read', async () => {
  const { read, hear, stop } = listening()
  await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(1))
  await remember('anything', 1)
  await addEpisode('a')
  await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(2))
  expect(read).toHaveBeenCalledTimes(2)
  stop()
})

test('rests while nobody listens, shows the last answer to who comes next, and reads anew', async () => {
  const { read, rows, hear, stop } = listening()
  await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(1))
  stop()
  await addEpisode('a')
  expect(read).toHaveBeenCalledTimes(1)
  expect(rows.latest()).toEqual([])
  const stopAgain = rows.subscribe(hear)
  await vi.waitFor(() => expect(rows.latest()).toHaveLength(1))
  stopAgain()
})

test('reads again by itself what the disk did not give at first', async () => {
  const closed = Object.assign(new Error('closed'), { name: 'DatabaseClosedError' })
  const read = vi.fn<() => Promise<string>>().mockRejectedValueOnce(closed).mockResolvedValue('rows')
  const rows = coalesced(read, () => () => undefined, 0)
  const stop = rows.subscribe(() => undefined)
  await vi.waitFor(() => expect(rows.latest()).toBe('rows'), { timeout: 10_000, interval: 20 })
  expect(read).toHaveBeenCalledTimes(2)
  stop()
})
