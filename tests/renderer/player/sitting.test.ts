import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { encodeEntries } from '../../../electron/journal/store/encode-entries.ts'
import { database } from '../../../renderer/db/database.ts'
import { heardPartsOf } from '../../../renderer/db/heard.ts'
import { keepPosition } from '../../../renderer/db/listening.ts'
import { addToSitting, endSitting, takeUnwritten } from '../../../renderer/player/sitting.ts'
import { lengthOf } from '../../../shared/heard/intervals.ts'
import { freshDatabase } from '../fresh-database.ts'

const episodeId = 'night-shift-engineering/queues-that-never-drain-and-what-to-do-about-them'

/** Every four seconds. */
const writesAnHour = 900

beforeEach(async () => {
  endSitting()
  await freshDatabase()
})

function hear(from: number, to: number): void {
  addToSitting(episodeId, { stretch: [from, to], spentSeconds: to - from })
}

/** Writes as the player does; gives the bytes of each entry of the journal. */
async function write(positionSeconds: number): Promise<number[]> {
  const heardAtMs = Date.now()
  const { sittings } = takeUnwritten(episodeId)
  const origin = { loadedAtMs: heardAtMs - 1_234_567, basedOnMs: heardAtMs - 86_400_000 }
  await keepPosition({
    episodeId,
    positionSeconds,
    durationSeconds: 2739.918367,
    heardAtMs,
    sittings,
    origin,
  })
  const entries = await database.unsent.toArray()
  await database.unsent.clear()
  return entries.map(({ changes }) => {
    const texts = changes.map((change) => JSON.stringify(change))
    return encodeEntries([texts], 100_000, new Date().toISOString()).bytes.length
  })
}

test('an hour of listening costs the journal less than a megabyte, one entry for each write', async () => {
  hear(0, 4)
  await write(4)
  hear(4, 1234.567)
  const bytes = await write(1234.567)
  expect(bytes).toHaveLength(1)
  expect((bytes[0] ?? 0) * writesAnHour).toBeLessThan(1_000_000)
})

test('who jumps about has many small sittings and no large one, and nothing of them is lost', async () => {
  let most = 0
  for (let jump = 0; jump < 200; jump += 1) {
    hear(jump * 10, jump * 10 + 4)
    most = Math.max(most, ...(await write(jump * 10 + 4)))
  }
  expect(await database.heard.count()).toBeGreaterThan(3)
  expect(most).toBeLessThan(3000)
  expect(lengthOf((await heardPartsOf(episodeId)).intervals)).toBe(800)
})

test('a write that failed is made up for by the next', async () => {
  hear(0, 4)
  takeUnwritten(episodeId).putBack()
  hear(4, 8)
  await write(8)
  expect((await heardPartsOf(episodeId)).intervals).toEqual([[0, 8]])
})
