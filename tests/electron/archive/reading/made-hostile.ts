import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { writtenArchive } from '../made-archive.ts'
import { type RawEntry, rawZip } from './raw-zip.ts'

/** The files of a good archive, by their paths. */
type Files = Map<string, Buffer>

export type Hostile = {
  name: string
  /** What the person is told; or what is taken in all the same. */
  told: RegExp | { changes: number; unreadable: number }
  /** Makes it within a folder of its own; gives its path. */
  make: (folder: string) => Promise<string>
}

export function text(words: string): Buffer {
  return Buffer.from(words)
}

export async function goodFiles(folder: string): Promise<Files> {
  const archive = await writtenArchive('folder', folder)
  const found = await readdir(archive, { recursive: true, withFileTypes: true })
  const files: Files = new Map()
  for (const entry of found.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(relative(archive, path).replaceAll('\\', '/'), await readFile(path))
  }
  await rm(archive, { recursive: true })
  return files
}

export function entriesOf(files: Files): RawEntry[] {
  return Array.from(files, ([name, data]) => ({ name, data }))
}

export async function zipFile(
  folder: string,
  entries: readonly RawEntry[],
  options?: Parameters<typeof rawZip>[1],
): Promise<string> {
  const path = join(folder, 'hostile.zip')
  await writeFile(path, rawZip(entries, options))
  return path
}

export async function plainFile(folder: string, content: string): Promise<string> {
  const path = join(folder, 'plain')
  await writeFile(path, content)
  return path
}

export function zipWith(name: string, told: Hostile['told'], more: readonly RawEntry[]): Hostile {
  return {
    name,
    told,
    make: async (folder) => zipFile(folder, [...entriesOf(await goodFiles(folder)), ...more]),
  }
}

export function changedZip(
  name: string,
  told: Hostile['told'],
  change: (entry: RawEntry) => RawEntry,
): Hostile {
  return {
    name,
    told,
    make: async (folder) => zipFile(folder, entriesOf(await goodFiles(folder)).map(change)),
  }
}

export function lyingBy(bytes: number): (entry: RawEntry) => RawEntry {
  return (entry) =>
    entry.name === 'rows/queue.jsonl' ? { ...entry, unpackedBytes: entry.data.length + bytes } : entry
}

type Manifest = { files: { path: string; bytes: number; sha256: string }[] }

export function changedManifest(
  name: string,
  told: Hostile['told'],
  /** Gives another one, or text in its place. */
  change: (manifest: Manifest) => unknown,
): Hostile {
  return changedFolder(name, told, async (folder) => {
    const path = join(folder, 'manifest.json')
    const changed = change(JSON.parse(await readFile(path, 'utf8')))
    await writeFile(path, typeof changed === 'string' ? changed : JSON.stringify(changed))
  })
}

export function changedFolder(
  name: string,
  told: Hostile['told'],
  change: (folder: string) => Promise<void>,
): Hostile {
  return {
    name,
    told,
    make: async (folder) => {
      const archive = await writtenArchive('folder', folder)
      await change(archive)
      return archive
    },
  }
}

/** Adds lines to a file of rows, of which the manifest then tells the truth. */
export function changedRows(name: string, told: Hostile['told'], more: string): Hostile {
  return changedFolder(name, told, async (folder) => {
    const path = join(folder, 'rows/queue.jsonl')
    const content = Buffer.concat([await readFile(path), text(`${more}\n`)])
    await writeFile(path, content)
    const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    for (const file of manifest.files.filter((each) => each.path === 'rows/queue.jsonl')) {
      file.bytes = content.length
      file.sha256 = createHash('sha256').update(content).digest('hex')
    }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  })
}

/** The same lies elsewhere, and a link leads there. */
export async function linked(folder: string, name: string): Promise<void> {
  const elsewhere = `${folder}-elsewhere`
  await mkdir(elsewhere)
  await rename(join(folder, name), join(elsewhere, 'moved'))
  await symlink(join(elsewhere, 'moved'), join(folder, name), 'junction')
  await cp(join(elsewhere, 'moved'), join(elsewhere, 'kept'), { recursive: true })
}

export function listed(path: string): Manifest['files'][number] {
  return { path, bytes: 1, sha256: '0'.repeat(64) }
}

export function relist(files: Files, path: string, change: Partial<Manifest['files'][number]>): void {
  const manifest: Manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '')
  manifest.files = manifest.files.map((file) => (file.path === path ? { ...file, ...change } : file))
  files.set('manifest.json', text(JSON.stringify(manifest)))
}
