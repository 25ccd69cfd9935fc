import 'fake-indexeddb/auto'

import { expect, test } from 'vitest'
import { database } from '../../../../../renderer/db/database.ts'
import { databaseOfVersion } from '../../../../fixtures/database-of-version.ts'
import { layDownDatabase } from '../../../../fixtures/lay-down-database.ts'

/** As version 10 wrote them. */
const stamps = { createdAt: '2026-11-01T10:00:00.000Z', updatedAt: '2026-11-02T10:00:00.000Z' }
const speed = { podcastSlug: 'night', rate: 1.7, ...stamps }

test('rows of version 15 stay as they are, and topics and smart lists begin with none', async () => {
  database.close()
  const stored = await databaseOfVersion(15)
  for (const store of stored.stores) if (store.name === 'speeds') store.rows.push(speed)
  await layDownDatabase(stored)
  await database.open()
  expect(await database.speeds.toArray()).toEqual([speed])
  expect(await database.topicNames.count()).toBe(0)
  expect(await database.smartLists.count()).toBe(0)

  await database.topicNames.put({ topic: 'K8s', shownAs: 'Kubernetes', hidden: false })
  expect(await database.topicNames.get('K8s')).toMatchObject({ topic: 'K8s', shownAs: 'Kubernetes' })
  const [unsent] = await database.unsent.toArray()
  expect(unsent?.changes.map(({ kind, key }) => [kind, key])).toEqual([['topicNames', 'K8s']])
})
