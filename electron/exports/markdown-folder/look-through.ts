import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { foldedPath } from '../../archive/format/paths.ts'
import { type FileOf, fileOf } from './known-file.ts'
import { temporaryName } from './write-file.ts'

/** Properties of any length a person writes. */
const headBytes = 32 * 1024
const deepest = 30
const atOnce = 16

/** What a folder holds. Paths are relative to it, with slashes. */
export type FolderContents = {
  /** Of each episode; of several copies the one that is likelier the first. */
  files: Map<EpisodeId, string>
  /** All of them: the person may have made some their own. */
  besides: Map<EpisodeId, string[]>
  /** Every name that is taken, as some file system would see it. */
  taken: Set<string>
  /** What was not finished when Earmark was ended in the middle. */
  unfinished: string[]
}

/** What is known of files by their path, and holds as long as they are not written to. */
export type KnownFiles = Map<string, { stamp: string; of: FileOf | null }>

/**
 * Looks through a folder and those in it, but hidden ones and links. The beginning of a file is read once, and again when it
 * changed. Rejects with the system's error when the folder itself cannot be read.
 */
export async function lookThrough(root: string, known: KnownFiles): Promise<FolderContents> {
  const contents: FolderContents = { files: new Map(), besides: new Map(), taken: new Set(), unfinished: [] }
  const found: string[] = []
  await walk(root, '', 0, contents, found)
  const seen = new Set(found)
  for (const path of known.keys()) if (!seen.has(path)) known.delete(path)
  // A copy has the longer name.
  const paths = found.sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
  for (let at = 0; at < paths.length; at += atOnce) {
    const some = paths.slice(at, at + atOnce)
    const owners = await Promise.all(some.map((path) => ownerOf(root, path, known)))
    owners.forEach((of, index) => {
      const path = some[index]
      if (of === null || path === undefined) return
      const { files, besides } = contents
      if (of.isBeside) besides.set(of.episodeId, [...(besides.get(of.episodeId) ?? []), path])
      else if (!files.has(of.episodeId)) files.set(of.episodeId, path)
    })
  }
  return contents
}

async function walk(
  root: string,
  folder: string,
  depth: number,
  contents: FolderContents,
  found: string[],
): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (folder === '') throw error
    return []
  })
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    contents.taken.add(foldedPath(path))
    if (entry.isFile() && temporaryName.test(entry.name)) contents.unfinished.push(path)
    else if (entry.name.startsWith('.')) continue
    else if (entry.isDirectory() && depth < deepest) await walk(root, path, depth + 1, contents, found)
    else if (entry.isFile() && /\.md$/i.test(entry.name)) found.push(path)
  }
}

async function ownerOf(root: string, path: string, known: KnownFiles): Promise<FileOf | null> {
  const whole = join(root, path)
  try {
    const { mtimeMs, size, ino } = await stat(whole)
    const stamp = `${mtimeMs} ${size} ${ino}`
    const before = known.get(path)
    if (before?.stamp === stamp) return before.of
    const of = fileOf(await headOf(whole))
    known.set(path, { stamp, of })
    return of
  } catch {
    // It went away meanwhile, or may not be read: then it is none that could be written to.
    return null
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(headBytes), 0, headBytes, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
