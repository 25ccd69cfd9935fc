import 'fake-indexeddb/auto'

import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { editAnnotation } from '../../../../../renderer/db/annotation-edits.ts'
import { allAnnotations } from '../../../../../renderer/db/annotations.ts'
import { database, databaseName } from '../../../../../renderer/db/database.ts'
import { mergeChanges, nothingMerged } from '../../../../../renderer/db/merge-changes.ts'
import { firstVersion } from '../../../../fixtures/first-version.ts'
import { thirdVersion } from '../../../../fixtures/third-version.ts'

test.each([
  [1, firstVersion],
  [3, thirdVersion],
])(
  'notes of version %i stay as they are, are read with defaults, and both homes agree',
  async (version, old) => {
    database.close()
    await Dexie.delete(databaseName)
    const before = new Dexie(databaseName)
    before.version(version).stores(old.stores)
    await before.open()
    const rows = old.rows.annotations ?? []
    await before.table('annotations').bulkPut(rows)
    before.close()

    await database.open()
    expect(await database.annotations.toArray()).toEqual(expect.arrayContaining(rows))
    expect(await database.unsent.count()).toBe(0)
    const notes = await allAnnotations()
    expect(notes).toHaveLength(rows.filter(({ deletedAt }) => deletedAt === null).length)
    for (const note of notes) {
      expect(note).toMatchObject({ tags: [], starred: false, colour: null, tracking: null, placement: null })
    }

    // The second home has them as they were written then.
    const merged = nothingMerged()
    const changes = rows.map((row) => ({
      kind: 'annotations' as const,
      key: String(row.id),
      updatedAt: String(row.updatedAt),
      row,
    }))
    await mergeChanges(changes, merged)
    expect(merged).toEqual(nothingMerged())

    const [note] = notes
    if (note === undefined) throw new Error('no note')
    await editAnnotation(note.id, null, { tags: ['Tea'] })
    await mergeChanges(changes, merged)
    expect(merged.laterHere).toMatchObject([{ key: note.id, row: { tags: ['Tea'], body: note.body } }])
    expect(await database.annotationEdits.toArray()).toMatchObject([{ befores: [{ tags: [] }] }])
  },
)
