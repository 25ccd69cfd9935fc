import 'fake-indexeddb/auto'

import { readFileSync } from 'node:fs'
import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { upgradeToVersion2 } from '../../../../../renderer/db/upgrades/version-2/upgrade.ts'
import { firstVersion } from '../../../../fixtures/first-version.ts'

/** Written by the release that had version 2, from the database of version 1. Never to be brought up to date. */
const asReleased: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../../fixtures/upgraded-to-version-2.json', import.meta.url), 'utf8'),
)

test('a database of version 1 becomes what it became when version 2 was released', async () => {
  const database = new Dexie('frozen')
  database.version(1).stores(firstVersion.stores)
  await database.open()
  for (const [name, rows] of Object.entries(firstVersion.rows)) await database.table(name).bulkPut(rows)
  database.close()

  const upgraded = new Dexie('frozen')
  upgraded.version(1).stores(firstVersion.stores)
  upgraded
    .version(2)
    .stores({ shelves: '[podcastSlug+shelf]', episodeBlocks: '[podcastSlug+block]' })
    .upgrade(upgradeToVersion2)
  await upgraded.open()
  for (const [name, rows] of Object.entries(asReleased))
    expect({ name, rows: asJson(await upgraded.table(name).toArray()) }).toEqual({ name, rows })
  upgraded.close()
})

/** Columns by the name of their type. */
function asJson(rows: unknown): unknown {
  const text = JSON.stringify(rows, (_, value: unknown) =>
    value instanceof Float64Array || value instanceof Uint16Array || value instanceof Uint32Array
      ? { [value.constructor.name]: [...value] }
      : value,
  )
  return JSON.parse(text)
}
