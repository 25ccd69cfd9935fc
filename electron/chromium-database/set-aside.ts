import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** As many as help to find out what happened, and to save what is in them; each can be as large as the library. */
const mostKept = 2

/** Makes a folder, named by the time, for what is set aside now; those of long ago go. */
export async function newAsideFolder(asideFolder: string, now: Date): Promise<string> {
  const name = now.toISOString().replaceAll(':', '-')
  await mkdir(join(asideFolder, name), { recursive: true })
  const others = (await readdir(asideFolder)).filter((other) => other !== name).sort()
  const surplus = others.slice(0, Math.max(0, others.length + 1 - mostKept))
  await Promise.all(surplus.map((other) => rm(join(asideFolder, other), { recursive: true, force: true })))
  return join(asideFolder, name)
}

/** Moves files or folders that are there; those that are not are passed over. */
export async function moveAll(names: readonly string[], from: string, to: string): Promise<void> {
  for (const name of names) {
    await rename(join(from, name), join(to, name)).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
  }
}

/**
 * A second name for each file in a folder and those in it, which takes no room and no time; where the disk knows no second
 * names, a copy.
 */
export async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkFolder(source, target)
    else await link(source, target).catch(() => copyFile(source, target))
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
