import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bytesWritten, folderBytes } from '../bench/machine/folder-bytes.ts'

test('what was appended and what is new counts, what was taken away does not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'folder-bytes-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'inner'))
  await writeFile(join(folder, 'inner', 'log'), '12345')
  await writeFile(join(folder, 'old'), '1234567890')
  const before = await folderBytes(folder)
  expect(bytesWritten(before, await folderBytes(folder))).toBe(0)

  await appendFile(join(folder, 'inner', 'log'), '678')
  await writeFile(join(folder, 'new'), 'abcd')
  await rm(join(folder, 'old'))
  expect(bytesWritten(before, await folderBytes(folder))).toBe(3 + 4)
})
