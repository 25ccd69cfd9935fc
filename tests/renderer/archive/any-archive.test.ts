import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeBackImport } from '../../../renderer/archive/tasks/take-back-import.ts'
import { archiveForms } from '../../../shared/archive/parts.ts'
import { ownFolder } from '../../electron/archive/made-archive.ts'
import { notedChanges } from '../noted-changes.ts'
import { anyLibrary } from './any-library.ts'
import { exportTo, heldRows, holdOnly, importFrom } from './library-archive.ts'

/** Each case writes and reads whole archives, on a machine that may be busy. */
const propertyLimitMs = 120_000

test(
  'any library survives export, wipe and import, row for row',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, fc.constantFrom(...archiveForms), async (library, form) => {
        await holdOnly(library)
        const before = await heldRows()
        const place = await exportTo(await ownFolder(), form)
        await holdOnly([])
        const { unreadable } = await importFrom(place)
        expect(unreadable).toBe(0)
        expect(await heldRows()).toEqual(before)
      }),
      { numRuns: 30 },
    )
  },
  propertyLimitMs,
)

test(
  'in whatever order archives are imported, and however often, the library is the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyLibrary, anyLibrary, anyLibrary), async (libraries) => {
        const folder = await ownFolder()
        const places: string[] = []
        for (const [index, library] of libraries.entries()) {
          await holdOnly(library)
          places.push(await exportTo(folder, 'zip', `made-${index}`))
        }
        const [a = '', b = '', c = ''] = places
        const imported = async (...order: string[]): Promise<unknown> => {
          await holdOnly([])
          for (const place of order) await importFrom(place)
          return heldRows()
        }
        const whole = await imported(a, b, c)
        expect(await imported(c, b, a)).toEqual(whole)
        expect(await imported(b, c, b, a, c)).toEqual(whole)
        // What two became is put together with the third.
        await imported(b, c)
        const both = await exportTo(folder, 'zip', 'both')
        expect(await imported(a, both)).toEqual(whole)
      }),
      { numRuns: 10 },
    )
  },
  propertyLimitMs,
)

test(
  'an import that is taken back leaves what a person sees as it was, and the second home hears of all',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, anyLibrary, async (here, there) => {
        await holdOnly(there)
        const place = await exportTo(await ownFolder(), 'zip')
        await holdOnly(here)
        const before = seen(await heldRows())
        await importFrom(place)
        await takeBackImport({ show: () => undefined })
        expect(seen(await heldRows())).toEqual(before)
        // Whoever merges what was noted down into what was here comes to the same.
        const held = await heldRows()
        const noted = (await notedChanges()).flat()
        await holdOnly([...here, ...noted])
        expect(await heldRows()).toEqual(held)
      }),
      { numRuns: 25 },
    )
  },
  propertyLimitMs,
)

/** Without deletions, and without when a row was changed. */
function seen(held: Record<string, unknown[]>): Record<string, unknown[]> {
  const { tombstones: _tombstones, ...tables } = held
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.flatMap((row) => {
        const facts = Object.entries(row as object)
        return facts.some(([field, value]) => field === 'deletedAt' && value !== null)
          ? []
          : [Object.fromEntries(facts.filter(([field]) => field !== 'updatedAt'))]
      }),
    ]),
  )
}
