import { expect, test } from 'vitest'
import { HomeFault, troubleCodeOf } from '../../../electron/journal/trouble.ts'

const systemError = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOENT', 'missing'],
  ['ENODEV', 'missing'],
  ['ESTALE', 'missing'],
  ['EIO', 'failing'],
  ['EOTHER', 'failing'],
])('%s means that the second home is in trouble: %s', (code, trouble) => {
  expect(troubleCodeOf(systemError(code))).toBe(trouble)
})

test('what is no error of the system is told as what it is, or as a disk that fails', () => {
  expect(troubleCodeOf(new HomeFault('newer', 'A newer one.'))).toBe('newer')
  expect(troubleCodeOf(new Error('Whatever.'))).toBe('failing')
  expect(troubleCodeOf('text')).toBe('failing')
})
