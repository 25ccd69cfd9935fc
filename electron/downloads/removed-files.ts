import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { partialOf } from './transfer.ts'

const ending = '.removed'

/** A download's two files under names of their own, from which they can be taken back for a moment. */
export async function setAside(path: string): Promise<void> {
  await each(path, (file) => rename(file, `${file}${ending}`))
}

export async function takeBack(path: string): Promise<void> {
  await each(path, (file) => rename(`${file}${ending}`, file))
}

export async function deleteAside(path: string): Promise<void> {
  await each(path, (file) => rm(`${file}${ending}`, { force: true }))
}

/** Deletes what an earlier run of the app set aside, and gives the names that those files had. */
export async function deleteAllAside(directory: string): Promise<Set<string>> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith(ending))
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true }).catch(() => {})))
  return new Set(names.map((name) => name.slice(0, -ending.length)))
}

/** Of the whole file and the partial one; one that is not there needs nothing. */
async function each(path: string, act: (file: string) => Promise<void>): Promise<void> {
  for (const file of [path, partialOf(path)]) {
    await act(file).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    })
  }
}
