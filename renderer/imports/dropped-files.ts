import { mostFiles } from './reading/limits.ts'

/** Files that were let fall, and those in folders among them. What cannot be read is left out. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  // They are there only until the first wait.
  const entries = [...items].map((item) => item.webkitGetAsEntry())
  if (!entries.some((entry) => entry?.isDirectory === true)) return [...files]
  const found: File[] = []
  for (const entry of entries) if (entry !== null) await collect(entry, found)
  return found
}

/** A folder of Obsidian's holds pictures and settings as well. */
const isExport = /\.(?:md|markdown|csv)$/i

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length > mostFiles || entry.name.startsWith('.')) return
  if (isFile(entry)) {
    if (!isExport.test(entry.name)) return
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
    if (file !== null) found.push(file)
    return
  }
  if (!isDirectory(entry)) return
  const reader = entry.createReader()
  // It gives a hundred at a time, and none at its end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return
    for (const each of some) await collect(each, found)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
