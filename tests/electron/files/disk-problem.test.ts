import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { diskProblem } from '../../../electron/files/disk-problem.ts'

const about = { undone: 'The list was not stored', kept: 'It is as it was before.', folder: '/home/me/lists' }
const refusal = (code: string) => diskProblem(Object.assign(new Error(code), { code }), about)
const errorOf = (writing: Promise<void>): Promise<unknown> =>
  writing.then(
    () => null,
    (error: unknown) => error,
  )

test.each(['ENOSPC', 'EDQUOT'])('%s: there is no room', (code) => {
  expect(refusal(code)).toEqual({
    code: 'disk-full',
    message:
      'The list was not stored: the disk has no room. It is as it was before. Make room, then try again.',
  })
})

test.each([
  ['EROFS', 'the disk with /home/me/lists can only be read'],
  ['EACCES', 'Earmark may not write to /home/me/lists'],
  ['EPERM', 'Earmark may not write to /home/me/lists'],
  ['ENOENT', '/home/me/lists is not there'],
  ['ENOTDIR', '/home/me/lists is not there'],
  ['EIO', 'the disk with /home/me/lists reports an error (EIO)'],
])('%s: says what is in the way, what was kept and what to do', (code, why) => {
  const problem = refusal(code)
  expect(problem?.code).toBe('file')
  expect(problem?.message.startsWith(`The list was not stored: ${why}. It is as it was before. `)).toBe(true)
  expect(problem?.message).toMatch(/ before\. [A-Z][^.]*\.$/)
})

test('what is no refusal of the disk is none of its problems', () => {
  expect(refusal('ECONNRESET')).toBeNull()
  expect(diskProblem(new Error('a bug'), about)).toBeNull()
  expect(diskProblem('ENOSPC', about)).toBeNull()
})

test('knows what the system itself says of a folder that is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  await rm(folder, { recursive: true })
  const error = await errorOf(writeFile(join(folder, 'a'), 'text'))
  expect(diskProblem(error, about)?.message).toContain('is not there')
})

test.runIf(existsSync('/dev/full'))('knows what the system itself says of a disk without room', async () => {
  expect(diskProblem(await errorOf(writeFile('/dev/full', 'text')), about)?.code).toBe('disk-full')
})

test('knows what the system itself says of a file in the folder’s place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'file'), '')
  const error = await errorOf(writeFile(join(folder, 'file', 'a'), 'text'))
  expect(diskProblem(error, about)?.message).toContain('is not there')
})
