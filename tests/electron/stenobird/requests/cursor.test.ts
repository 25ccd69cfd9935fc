import { expect, test } from 'vitest'
import {
  type KeptPage,
  readCursor,
  readValidator,
  type StoredValidator,
  writeCursor,
  writeValidator,
} from '../../../../electron/stenobird/requests/cursor.ts'
import { pullRequestSchema } from '../../../../shared/models/sync.ts'
import { pullRequest } from '../stand-in-service.ts'

const ofList = { path: 'api', since: '2026-03-05T00:00:00.000Z', podcast: null } as const

function pages(count: number): KeptPage[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: `an-episode-with-a-slug-of-usual-length-${index}`,
    road: 'K2',
    validator: { etag: `"${index}-0123456789abcdef0123456789abcdef"`, lastModified: null },
  }))
}

test.each<StoredValidator>([
  { ...ofList, list: { etag: '"1"', lastModified: null } },
  { path: 'markdown-list', list: null, fingerprint: 'f', readAtMs: 5, pages: pages(3) },
  { path: 'single-episodes', readAtMs: 5, pages: pages(1) },
])('a validator comes back as it was written', (validator) => {
  expect(readValidator(writeValidator(validator))).toEqual(validator)
})

test('a validator too long to be asked with again is as good as none', () => {
  const validator = writeValidator({
    ...ofList,
    list: { etag: `"${'e'.repeat(300_000)}"`, lastModified: null },
  })
  expect(validator).toBeNull()
})

test('what is kept of the pages of a long list is given up before the list itself', () => {
  const list = { path: 'markdown-list', list: null, fingerprint: 'f', readAtMs: 5 } as const
  const carried = writeValidator({ ...list, pages: pages(1500) })
  expect(pullRequestSchema.safeParse(pullRequest('night', { validator: carried })).success).toBe(true)
  expect(readValidator(carried)).toEqual({ ...list, pages: pages(1500) })
  expect(readValidator(writeValidator({ ...list, pages: pages(5000) }))).toEqual({ ...list, pages: [] })
})

test('the longest cursor that is taken from the service can be asked with, whatever is in it', () => {
  const place = { path: 'api', since: null, newest: null, servedAt: null, podcast: null } as const
  const cursor = { ...place, next: '\u0001'.repeat(2000) }
  const written = writeCursor(cursor)
  const request = pullRequestSchema.safeParse(pullRequest('night', { cursor: written }))
  expect(request.success).toBe(true)
  expect(readCursor(written)).toEqual(cursor)
})

test('what another version wrote is no cursor and no validator', () => {
  expect(readCursor('{"path":"api"}')).toBeNull()
  expect(readCursor('page=2')).toBeNull()
  expect(readValidator('"1"')).toBeNull()
})
