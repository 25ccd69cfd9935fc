import { manifestPath } from '../format/layout.ts'
import {
  type ArchiveManifest,
  anyManifestSchema,
  archiveVersion,
  manifestSchema,
} from '../format/manifest.ts'
import { foldedPath, pathFault } from '../format/paths.ts'
import { noArchive } from './folder-source.ts'
import { largestArchiveBytes, mostFiles } from './limits.ts'
import { damaged, RefusedArchive } from './refused-archive.ts'

/** Parses a manifest, and refuses one that lists what no archive holds. Throws `RefusedArchive`. */
export function readManifest(bytes: Buffer): ArchiveManifest {
  const value = parsedJson(bytes)
  const any = anyManifestSchema.safeParse(value)
  if (!any.success) throw noArchive()
  if (any.data.version > archiveVersion) {
    throw new RefusedArchive(
      'unreadable',
      'This archive was written by a newer version of Earmark, and this one could misread it. Install the newest Earmark, then import it.',
    )
  }
  const manifest = manifestSchema.safeParse(value)
  if (!manifest.success) throw damaged(manifestPath)
  checkFiles(manifest.data)
  return manifest.data
}

function checkFiles({ files }: ArchiveManifest): void {
  if (files.length > mostFiles) throw refused('lists more files than any that Earmark writes')
  const seen = new Set<string>()
  let bytes = 0
  for (const file of files) {
    const fault = pathFault(file.path)
    if (fault !== null) throw refused(`lists ${fault}`)
    const folded = foldedPath(file.path)
    if (seen.has(folded)) {
      throw refused(`lists “${file.path}” twice, or another name that some computers take for it`)
    }
    seen.add(folded)
    bytes += file.bytes
  }
  if (bytes > largestArchiveBytes) throw refused('is larger than any library of Earmark’s')
}

function refused(why: string): RefusedArchive {
  return new RefusedArchive('unreadable', `This archive ${why}.`)
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw damaged(manifestPath)
  }
}
