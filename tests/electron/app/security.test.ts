import { expect, it } from 'vitest'
import { openOutside, safeOutsideAddress } from '../../../electron/app/security.ts'

it.each(['https://example.com/a?b=c#d', 'http://example.com/', 'mailto:someone@example.com'])(
  'lets %s out to the browser',
  (address) => {
    expect(safeOutsideAddress(address)).toBe(address)
  },
)

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hello',
  'smb://host/share',
  'ms-msdt:/id',
  'app://earmark/',
  'https://user:secret@example.com/',
  'no address',
  '',
])('keeps %j in', (address) => {
  expect(safeOutsideAddress(address)).toBeNull()
})

it('says so when no program opened the address', async () => {
  const opened = await openOutside('https://example.com/', {
    openExternal: () => Promise.reject(new Error('none')),
  })
  expect(opened).toMatchObject({ ok: false, problem: { code: 'file' } })
})
