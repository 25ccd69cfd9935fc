import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, test } from 'vitest'
import { database } from '../../../renderer/db/database.ts'
import { liveLibrary } from '../../../renderer/db/live-library.ts'
import { encodeShelf } from '../../../renderer/db/shelf-codec.ts'
import { topicCountsOf } from '../../../renderer/db/topic-counts.ts'
import { changeTopicNames } from '../../../renderer/db/topic-names.ts'
import { slugsOf } from '../../../shared/models/identity.ts'
import { apartWishes, hideWishes, joinWishes } from '../../../shared/topics/change-names.ts'
import { makeEpisodeRow } from '../library/episode-row.ts'

const rows = [
  makeEpisodeRow('both', { topics: ['K8s', 'Kubernetes', 'DevOps'] }),
  makeEpisodeRow('short', { topics: ['K8s'] }),
  makeEpisodeRow('long', { topics: ['Kubernetes'] }),
]
const library = liveLibrary(0)
let stop = () => {}

beforeEach(async () => {
  await database.delete()
  await database.open()
  const places = rows.map((row) => ({ slug: slugsOf(row.id).episodeSlug, row, revision: 1, laneCounts: [] }))
  await database.table('podcasts').put({ slug: 'night-shift' })
  await database.shelves.put(encodeShelf('night-shift', 0, places))
  stop = library.subscribe(() => {})
})
afterEach(() => stop())

async function expectCounts(counts: Record<string, number>): Promise<void> {
  await expect
    .poll(() => {
      const latest = library.latest()
      return latest === undefined ? null : Object.fromEntries(topicCountsOf(latest))
    })
    .toEqual(counts)
}

test('joined topics count an episode of both once, at once; apart again they count as before', async () => {
  const apart = { K8s: 2, Kubernetes: 2, DevOps: 1 }
  await expectCounts(apart)
  const before = await changeTopicNames((names) => joinWishes('K8s', 'Kubernetes', names))
  await expectCounts({ Kubernetes: 3, DevOps: 1 })
  await changeTopicNames(() => before)
  await expectCounts(apart)
  expect(await database.topicNames.count()).toBe(0)

  await changeTopicNames((names) => joinWishes('K8s', 'Kubernetes', names))
  await changeTopicNames((names) => apartWishes('Kubernetes', names))
  await expectCounts(apart)
})

test('a hidden topic is counted nowhere until it is shown again', async () => {
  await changeTopicNames((names) => hideWishes('DevOps', true, names))
  await expectCounts({ K8s: 2, Kubernetes: 2 })
  await changeTopicNames((names) => hideWishes('DevOps', false, names))
  await expectCounts({ K8s: 2, Kubernetes: 2, DevOps: 1 })
})

test('what a newer version keeps in a row stays in it', async () => {
  await database.table('topicNames').put({ topic: 'K8s', shownAs: null, hidden: true, colour: 'blue' })
  await changeTopicNames((names) => joinWishes('K8s', 'Kubernetes', names))
  expect(await database.topicNames.get('K8s')).toMatchObject({ shownAs: 'Kubernetes', colour: 'blue' })
})
