import 'fake-indexeddb/auto'

import { afterEach, expect, test, vi } from 'vitest'
import type { Home } from '../../../electron/journal/home.ts'
import { database } from '../../../renderer/db/database.ts'
import { keptTables } from '../../../renderer/db/kept-tables.ts'
import { schemaVersion } from '../../../renderer/db/schema.ts'
import { type BroughtUp, bringUp, type ReadHome } from '../../../renderer/home/bring-up.ts'
import { createInStep } from '../../../renderer/home/in-step.ts'
import { startSending } from '../../../renderer/home/send-changes.ts'
import { type KeptRows, keptInDatabase, keptInHome, lacking, readRecords } from '../../both-homes.ts'
import { openTestHome } from '../../electron/journal/test-home.ts'
import { databaseOfVersion, releasedVersions } from '../../fixtures/database-of-version.ts'
import { firstVersion, madeWithFirstVersion } from '../../fixtures/first-version.ts'
import { layDownDatabase } from '../../fixtures/lay-down-database.ts'

const released = madeWithFirstVersion()

afterEach(() => {
  vi.restoreAllMocks()
  database.close()
})

async function layDown(version: number): Promise<void> {
  database.close()
  await layDownDatabase(await databaseOfVersion(version))
}

/** A start, as far as it is about both homes; it ends when all that was written is flushed in the second one. */
async function startOn(home: Home): Promise<BroughtUp[]> {
  await database.open()
  const read: ReadHome = (after, cursor) => home.read({ after, cursor })
  const compared: BroughtUp[] = []
  const inStep = createInStep({
    read,
    beside: (after) => bringUp(read, after),
    lacking: () => {},
    broughtUp: async (brought) => void compared.push(brought),
    reportFault: (fault) => expect.unreachable(String(fault)),
  })
  const sender = startSending({
    append: home.append,
    markAfter: inStep.markAfter,
    gaveUp: () => {},
    show: () => {},
    reportFault: (fault) => expect.unreachable(String(fault)),
  })
  const { homeId, lastNumber } = await home.standing()
  await inStep.meet({ homeId, lastNumber })
  await inStep.compare()
  expect(await sender.whenSaved(10_000)).toMatchObject({ ok: true })
  sender.stop()
  return compared
}

async function expectBothToHold(folder: string): Promise<KeptRows> {
  const here = keptInDatabase(await readRecords())
  expect(await keptInHome(folder)).toEqual({ rows: here, damaged: [] })
  expect(lacking(here, released)).toEqual([])
  expect(Object.keys(here)).toHaveLength(released.size)
  return here
}

test('the fixture has rows of every kind that a person makes', () => {
  const kinds = new Set([...released.keys()].map((name) => name.split(' ')[0]))
  const ofThatVersion = keptTables.filter((kind) => Object.hasOwn(firstVersion.stores, kind))
  expect([...kinds].sort()).toEqual(ofThatVersion.sort())
})

test.each(releasedVersions)(
  'rows of the first version that had come to version %i come over, both homes hold the same, and one is as good as the other',
  async (version) => {
    await layDown(version)
    const { home, folder } = await openTestHome()
    await startOn(home)
    expect(database.verno).toBe(schemaVersion)
    const first = await expectBothToHold(folder)

    database.close()
    const nothing = { sent: 0, missing: new Map(), older: new Map(), deleted: 0, notUnderstood: 0 }
    for (const comparison of await startOn(home)) expect(comparison).toMatchObject(nothing)
    expect(await expectBothToHold(folder)).toEqual(first)

    // Rows that this version could not use would stay in the second home.
    await database.delete()
    await startOn(home)
    expect(await expectBothToHold(folder)).toEqual(first)
  },
)

test.each(releasedVersions)(
  'an upgrade from version %i that ends at any of its writes has done nothing, and begins anew',
  async (version) => {
    await layDown(version)
    const before = await readRecords()
    let brokenOff = 0
    while (!(await opensWithout(brokenOff + 1))) {
      brokenOff += 1
      database.close()
      expect(await readRecords()).toEqual(before)
    }
    if (version === 1) expect(brokenOff).toBeGreaterThan(20)
    const { home, folder } = await openTestHome()
    await startOn(home)
    await expectBothToHold(folder)
  },
)

/** Whether the database opens without the write of that number, at which its transaction is broken off. */
async function opensWithout(broken: number): Promise<boolean> {
  let writes = 0
  for (const name of ['put', 'add', 'delete'] as const) {
    const write = IDBObjectStore.prototype[name]
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      writes += 1
      if (writes === broken) this.transaction.abort()
      return Reflect.apply(write, this, args)
    })
  }
  const isOpen = await database.open().then(
    () => true,
    () => false,
  )
  vi.restoreAllMocks()
  return isOpen
}
