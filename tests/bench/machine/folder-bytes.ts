import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type FolderBytes = ReadonlyMap<string, number>

/** The length of every file in a folder and below. */
export async function folderBytes(folder: string): Promise<FolderBytes> {
  const names = await readdir(folder, { recursive: true })
  const lengths = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null)
      return found?.isFile() ? ([[name, found.size]] as const) : []
    }),
  )
  return new Map(lengths.flat())
}

/** What was appended to files, and files that are new. A database that only appends has written so much. */
export function bytesWritten(before: FolderBytes, after: FolderBytes): number {
  return [...after].reduce((sum, [name, length]) => sum + Math.max(0, length - (before.get(name) ?? 0)), 0)
}
