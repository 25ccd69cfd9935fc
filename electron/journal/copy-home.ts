import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flushFolder } from '../files/write-atomically.ts'
import { placesIn } from './folder.ts'
import { writeIdentity } from './identity.ts'
import { HomeFault } from './trouble.ts'

/** Marks a folder as one that a copy is being made in; whoever finds it unfinished may take it away. Rejects as below. */
export async function beginCopy(to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await writeFile(markerIn(to), '')
}

export async function isUnfinishedCopy(folder: string): Promise<boolean> {
  return isThere(markerIn(folder))
}

/** Makes a home of a folder that has everything. Rejects with the system's error. */
export async function finishCopy(to: string, homeId: string): Promise<void> {
  await writeIdentity(to, homeId)
  await rm(markerIn(to))
}

function markerIn(folder: string): string {
  return join(folder, 'unfinished-copy')
}

/**
 * Copies the snapshots, which never change, so that it may be done while the home is written to. Rejects with a `HomeFault`
 * or the system's error, as does the next one.
 */
export async function copySnapshots(from: string, to: string): Promise<void> {
  await copyFolder(placesIn(from).snapshots, placesIn(to).snapshots)
}

/** Copies the rest, and what snapshots came since, of a home that nobody writes to any more. */
export async function copyRest(from: string, to: string): Promise<void> {
  await copySnapshots(from, to)
  await copyFolder(placesIn(from).journal, placesIn(to).journal)
  await copyIfThere(placesIn(from).checks, placesIn(to).checks)
  await flushFolder(to)
}

/** Takes away what was copied. */
export async function removeCopy(to: string): Promise<void> {
  const { journal, snapshots, checks, identity } = placesIn(to)
  for (const path of [journal, snapshots, checks, identity, markerIn(to)]) {
    await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

async function copyFolder(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const name of await filesIn(source)) {
    if (!name.endsWith('.part')) await copyIfThere(join(source, name), join(target, name))
  }
  await flushFolder(target)
}

/** A file that is there already was copied before; one that is gone was removed since a snapshot has what was in it. */
async function copyIfThere(source: string, target: string): Promise<void> {
  if ((await isThere(target)) || !(await isThere(source))) return
  const unfinished = `${target}.part`
  try {
    await copyFile(source, unfinished)
  } catch (error) {
    if (await isThere(source)) throw error
    return
  }
  const file = await open(unfinished, 'r+')
  await file.sync().finally(() => file.close())
  if ((await sumOf(source)) !== (await sumOf(unfinished))) {
    throw new HomeFault('failing', `${target} differs from what was copied`)
  }
  await rename(unfinished, target)
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** A folder in there is somebody else's, and stays. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = (await isThere(folder)) ? await readdir(folder, { withFileTypes: true }) : []
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
}
