import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openJsonFile } from '../../../electron/files/json-file.ts'

it('writes again once it can, after a write that failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'json-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'numbers.json')
  const file = await openJsonFile(path, z.array(z.number()), [])
  await rm(folder, { recursive: true })
  await expect(file.write([1])).rejects.toThrow()

  await mkdir(folder)
  await file.write([2])
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual([2])
})
