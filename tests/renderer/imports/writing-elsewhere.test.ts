import 'fake-indexeddb/auto'

import { beforeEach, expect, test } from 'vitest'
import { allAnnotations } from '../../../renderer/db/annotations.ts'
import { isWritingElsewhere } from '../../../renderer/imports/writing-elsewhere.ts'
import { closeEditor, editNote } from '../../../renderer/notes/editor-actions.ts'
import { freshDatabase } from '../fresh-database.ts'
import { fixtureFile, importFiles } from './given-files.ts'

beforeEach(freshDatabase)

test('a note of an episode that is still to come is not tied while it is being written', async () => {
  await importFiles([fixtureFile('snipd-older.md')])
  const [note] = await allAnnotations()
  if (note === undefined) throw new Error('no note')
  expect(isWritingElsewhere()).toBe(false)
  await editNote(note)
  expect(isWritingElsewhere()).toBe(true)
  closeEditor()
  expect(isWritingElsewhere()).toBe(false)
})
