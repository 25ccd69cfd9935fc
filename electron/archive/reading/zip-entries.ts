import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { manifestPath } from '../format/layout.ts'
import { foldedPath, pathFault } from '../format/paths.ts'
import { noArchive } from './folder-source.ts'
import { largeBytes, largestArchiveBytes, mostFiles, mostPacked } from './limits.ts'
import { RefusedArchive } from './refused-archive.ts'

/** The files in a zip by their paths within the archive, which may lie in a folder of the zip. */
export type ZipEntries = ReadonlyMap<string, Entry>

const [stored, deflated] = [0, 8]

/**
 * Reads the list of what is in a zip, and refuses one with anything in it that no archive has: names that lead outside or
 * that some file system takes for one, links, encryption, more or larger files than there can be.
 */
export async function readZipEntries(zip: ZipFile): Promise<ZipEntries> {
  if (zip.entryCount > mostFiles) throw refused('holds more files than any that Earmark writes')
  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  let [unpacked, packed] = [0, 0]
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      true,
    ).normalize('NFC')
    const isFolder = name.endsWith('/')
    const path = isFolder ? name.slice(0, -1) : name
    checkName(path, seen)
    if (isFolder) continue
    checkEntry(path, entry)
    entries.set(path, entry)
    unpacked += entry.uncompressedSize
    packed += entry.compressedSize
    if (unpacked > largestArchiveBytes) throw refused('would unpack to more than any library of Earmark’s')
  }
  // Files that lie over each other are how a small zip unpacks to a huge one.
  if (packed > zip.fileSize) throw refused('is made so that its files lie over each other')
  if (unpacked > largeBytes && unpacked > mostPacked * zip.fileSize) {
    throw refused('would unpack to hundreds of times its size')
  }
  return withinFolder(entries)
}

function checkName(path: string, seen: Set<string>): void {
  const fault = pathFault(path)
  if (fault !== null) throw refused(`holds ${fault}`)
  const folded = foldedPath(path)
  if (seen.has(folded))
    throw refused(`holds “${path}” twice, or another name that some computers take for it`)
  seen.add(folded)
}

function checkEntry(path: string, entry: Entry): void {
  if (entry.isEncrypted()) throw refused('is encrypted. Unpack it and import the folder')
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    throw refused('is packed in a way that Earmark cannot read. Unpack it and import the folder')
  }
  if (!isPlainFile(entry)) throw refused(`holds a link or a device (“${path}”)`)
}

/** Whoever packed it on Unix says what kind of file it was. */
function isPlainFile({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const unix = 3
  const [kindOfFile, regular] = [0o170_000, 0o100_000]
  const kind = (externalFileAttributes >>> 16) & kindOfFile
  return versionMadeBy >>> 8 !== unix || kind === 0 || kind === regular
}

/** Whoever packs a folder by hand has it in the zip. */
function withinFolder(entries: ZipEntries): ZipEntries {
  if (entries.has(manifestPath)) return entries
  const manifests = [...entries.keys()].filter(
    (path) => path.split('/', 3).slice(1).join('/') === manifestPath,
  )
  const [only, ...others] = manifests
  if (only === undefined || others.length > 0) throw noArchive()
  const folder = only.slice(0, -manifestPath.length)
  return new Map(
    [...entries].flatMap(([path, entry]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), entry]] : [],
    ),
  )
}

function refused(why: string): RefusedArchive {
  return new RefusedArchive('unreadable', `This zip file ${why}.`)
}
