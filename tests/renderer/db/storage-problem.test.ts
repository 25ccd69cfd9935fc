import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { storageProblem } from '../../../renderer/db/storage-problem.ts'

test('a disk without room is a problem, whatever Chromium calls it', () => {
  const quota = new DOMException('The quota was exceeded.', 'QuotaExceededError')
  expect(storageProblem(quota)?.code).toBe('disk-full')
  expect(storageProblem(new Dexie.AbortError('aborted', quota))?.code).toBe('disk-full')
  const closing = 'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE'
  expect(storageProblem(new DOMException(closing, 'UnknownError'))?.code).toBe('file')
  const opening = new DOMException('Internal error opening backing store.', 'UnknownError')
  expect(storageProblem(new Dexie.OpenFailedError(opening))?.code).toBe('file')
})

test('a row that the disk lost, and a database that is thrown away while it is read, are problems of the disk', () => {
  const gone = 'Data lost due to missing file. Affected record should be considered irrecoverable'
  expect(storageProblem(new DOMException(gone, 'NotReadableError'))?.code).toBe('file')
  expect(storageProblem(new Dexie.AbortError('The transaction was aborted.'))?.code).toBe('file')
})

test('a bug is none', () => {
  expect(storageProblem(new TypeError('x is not a function'))).toBeNull()
  expect(storageProblem(new Dexie.ConstraintError('twice'))).toBeNull()
  expect(storageProblem('text')).toBeNull()
})
