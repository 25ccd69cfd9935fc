import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from '../../../build/launch/fingerprint.mjs'
import { integrityOf } from '../../../build/launch/integrity.mjs'
import { authorityEntry } from '../../../build/launch/virtual-display.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earmark-files-'))
  mkdirSync(join(root, 'source', 'deep'), { recursive: true })
  writeFileSync(join(root, 'source', 'deep', 'a.ts'), 'one')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a fingerprint of the sources', () => {
  const now = () => fingerprint(root, ['source', 'settings.json'])

  it('stays while nothing changes', () => {
    expect(now()).toBe(now())
  })

  it.each([
    ['a file grows', () => writeFileSync(join(root, 'source', 'deep', 'a.ts'), 'longer')],
    ['a file is touched', () => utimesSync(join(root, 'source', 'deep', 'a.ts'), 1, 1)],
    ['a file is added', () => writeFileSync(join(root, 'source', 'b.ts'), '')],
    ['a file goes', () => rmSync(join(root, 'source', 'deep', 'a.ts'))],
    ['a missing input appears', () => writeFileSync(join(root, 'settings.json'), '{}')],
  ])('changes when %s', (_what, change) => {
    const before = now()
    change()
    expect(now()).not.toBe(before)
  })
})

it('a file’s integrity is written as npm writes it', async () => {
  const file = join(root, 'package.tgz')
  writeFileSync(file, 'abc')
  // SHA-512 of "abc", from FIPS 180-2, in base64.
  expect(await integrityOf(file)).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  )
})

it('an X authority entry opens every display with its cookie', () => {
  const cookie = Buffer.alloc(16, 7)
  const entry = authorityEntry(cookie)
  expect(entry.subarray(0, 6).toString('hex')).toBe('ffff00000000')
  expect(entry.subarray(6, 8).readUInt16BE()).toBe(18)
  expect(entry.subarray(8, 26).toString()).toBe('MIT-MAGIC-COOKIE-1')
  expect(entry.subarray(26)).toEqual(Buffer.concat([Buffer.from([0, 16]), cookie]))
})
