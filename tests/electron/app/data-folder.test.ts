import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dataFolderProblem, wantedDataFolder } from '../../../electron/app/data-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-folder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('makes a folder that is not there yet', () => {
  expect(dataFolderProblem(join(folder, 'a', 'b'))).toBeNull()
})

it('names the folder that cannot be one', async () => {
  const path = join(folder, 'a-file')
  await writeFile(path, '')
  expect(dataFolderProblem(path)).toContain(`in ${path}, and cannot write there (EEXIST).`)
})

it('is the one that the environment names, from where the app was started', () => {
  expect(wantedDataFolder({ EARMARK_USER_DATA_DIR: '/tmp/one' })).toBe(resolve('/tmp/one'))
  expect(wantedDataFolder({ EARMARK_USER_DATA_DIR: 'data/one' })).toBe(resolve('data/one'))
  expect(wantedDataFolder({ EARMARK_USER_DATA_DIR: ' ' })).toBeNull()
  expect(wantedDataFolder({})).toBeNull()
})
