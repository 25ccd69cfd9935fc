import { mkdir, readdir, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { failure, type Result, success } from '../../shared/result.ts'
import { systemCodeOf } from '../files/disk-refusal.ts'
import { isUnfinishedCopy, removeCopy } from './copy-home.ts'
import { readIdentity } from './identity.ts'
import { notMoved, notMovedIntoNewer } from './not-moved.ts'

/** What a folder that a person chose can be to the second home. */
export type HomeTarget =
  | { kind: 'empty'; folder: string }
  /** There is one in it. */
  | { kind: 'home'; folder: string; homeId: string }

/**
 * The folder itself when it is empty or a home, else one of our own name in it, so that our files do not lie between a
 * person's. `current` is where the home is now.
 */
export async function chooseTarget(chosen: string, current: string): Promise<Result<HomeTarget>> {
  try {
    const folder = resolve(chosen)
    if (!(await stat(folder)).isDirectory()) {
      return failure('bad-arguments', `${chosen} is not a folder. Choose another one.`)
    }
    const inside = (await lookInto(folder)) ?? (await lookInto(join(folder, 'Earmark')))
    if (inside === null) {
      return failure('second-home', `${join(folder, 'Earmark')} holds other files. Choose an empty folder.`)
    }
    if (inside === 'newer') return notMovedIntoNewer(folder)
    if (isWithin(inside.folder, current)) {
      return failure('second-home', `Your second home is in ${current} already. Choose another folder.`)
    }
    return success(inside)
  } catch (error) {
    return notMoved(chosen, error)
  }
}

/** `null` when there are files of somebody else's. Makes the folder. Rejects with the system's error. */
export async function lookInto(folder: string): Promise<HomeTarget | 'newer' | null> {
  await makeFolder(folder)
  if (await isUnfinishedCopy(folder)) await removeCopy(folder)
  const identity = await readIdentity(folder)
  if (identity.kind === 'newer') return 'newer'
  if (identity.kind === 'home') return { kind: 'home', folder, homeId: identity.homeId }
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
  return names.length === 0 ? { kind: 'empty', folder } : null
}

/** Not with `recursive`: of a disk that can only be read, Node then says that the folder is not there. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error
  }
}

function isWithin(folder: string, outer: string): boolean {
  const path = relative(resolve(outer), folder)
  return path === '' || !(path.startsWith('..') || resolve(path) === path)
}
