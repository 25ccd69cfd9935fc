import { expect, test } from 'vitest'
import {
  readCursor,
  readValidator,
  writeCursor,
  writeValidator,
} from '../../../../electron/stenobird/requests/cursor.ts'
import { pullRequestSchema } from '../../../../shared/models/sync.ts'
import { pullRequest } from '../stand-in-service.ts'

test('a validator comes back as it was written', () => {
  const validator = { path: 'api', etag: '"1"', lastModified: null } as const
  expect(readValidator(writeValidator(validator))).toEqual(validator)
})

test('a validator too long to be asked with again is as good as none', () => {
  const validator = writeValidator({ path: 'api', etag: `"${'e'.repeat(300_000)}"`, lastModified: null })
  expect(validator).toBeNull()
  expect(pullRequestSchema.safeParse(pullRequest('night', { validator })).success).toBe(true)
})

test('the longest cursor that is taken from the service can be asked with, whatever is in it', () => {
  const written = writeCursor({ path: 'api', next: '\u0001'.repeat(2000) })
  const request = pullRequestSchema.safeParse(pullRequest('night', { cursor: written }))
  expect(request.success).toBe(true)
  expect(readCursor(written)).toEqual({ path: 'api', next: '\u0001'.repeat(2000) })
})

test('what another version wrote is no cursor and no validator', () => {
  expect(readCursor('{"path":"api"}')).toBeNull()
  expect(readCursor('page=2')).toBeNull()
  expect(readValidator('"1"')).toBeNull()
})
