import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '../../server/catalogue/random.ts'

export async function cutTo(path: string, share: number): Promise<void> {
  await truncate(path, Math.floor((await stat(path)).size * share))
}

/** Changes some bytes, spread over the part of the file that is named by shares of its length. */
export async function flipBytes(
  path: string,
  { bytes, from, to }: { bytes: number; from: number; to: number },
  random: Random,
): Promise<void> {
  const content = await readFile(path)
  const first = Math.floor(content.length * from)
  const last = Math.max(first, Math.floor(content.length * to) - 1)
  for (let flipped = 0; flipped < bytes; flipped += 1) {
    const place = random.whole(first, last)
    content[place] = (content[place] ?? 0) ^ random.whole(1, 255)
  }
  await writeFile(path, content)
}

/** Files of a folder by their names' end, sorted, which for LevelDB and the journal is by age. */
export async function filesEnding(folder: string, end: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => join(folder, name))
}

/** The newest one. */
export async function newestEnding(folder: string, end: string): Promise<string> {
  const newest = (await filesEnding(folder, end)).at(-1)
  if (newest === undefined) throw new Error(`${folder} has no file that ends in “${end}”.`)
  return newest
}
