import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ArchiveProgress, ImportPage, OpenedArchive } from '../../../shared/archive/imports.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { laterOf } from '../../../shared/kept/merge.ts'
import { settingsToTake } from '../../../shared/kept/settings-change.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { ArchivedFile } from '../format/manifest.ts'
import { noArchive, openFolderSource } from './folder-source.ts'
import { parsePage } from './parse-page.ts'
import { readManifest } from './read-manifest.ts'
import { RefusedArchive } from './refused-archive.ts'
import { type RowPage, rowPages } from './row-pages.ts'
import type { ArchiveSource } from './source.ts'
import { verifyArchive } from './verify.ts'
import { openZipSource } from './zip-source.ts'

type ImportParts = {
  /** The settings as they are, as a change. */
  settings: () => KeptChange
  /** Told of as an archive is read through. */
  progress: (progress: ArchiveProgress) => void
  log: { error: (text: string, error: unknown) => void }
}

/** So often is told how much was read, at the most. */
const progressSteps = 200

export type Imports = {
  /** Reads an archive from end to end, without writing anything anywhere. Another one that was open is closed. */
  open: (path: string, signal: AbortSignal) => Promise<Result<OpenedArchive>>
  /** Pages are read in their order; 0 begins anew. */
  read: (importId: string, page: number) => Promise<Result<ImportPage>>
  /** What an archive that is open holds of settings. */
  settings: (importId: string) => Result<KeptChange | null>
  close: () => Promise<void>
}

type OpenArchive = {
  id: string
  source: ArchiveSource
  files: ArchivedFile[]
  /** One a page. */
  digests: string[]
  settings: KeptChange | null
  reading: { pages: AsyncGenerator<RowPage>; next: number } | null
}

export function createImports(parts: ImportParts): Imports {
  let current: OpenArchive | null = null

  async function close(): Promise<void> {
    const closing = current
    current = null
    await closing?.reading?.pages.return(undefined)
    await closing?.source.close()
  }

  async function open(path: string, signal: AbortSignal): Promise<OpenedArchive> {
    await close()
    const found = await stat(path)
    if (!found.isDirectory() && !found.isFile()) throw noArchive()
    const source = await (found.isDirectory() ? openFolderSource(path) : openZipSource(path))
    try {
      const { opened, archive } = await readThrough(source, basename(path), signal)
      current = archive
      return opened
    } catch (error) {
      await source.close()
      throw error
    }
  }

  async function readThrough(source: ArchiveSource, name: string, signal: AbortSignal) {
    const manifest = readManifest(await source.manifest())
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
    const digests: string[] = []
    let settings: KeptChange | null = null
    let shown = 0
    await verifyArchive({
      source,
      manifest,
      look: (page) => {
        digests.push(page.digest)
        for (const change of settingsOn(page))
          settings = settings === null ? change : laterOf(settings, change)
      },
      showRead: (done) => {
        if (done - shown < total / progressSteps) return
        shown = done
        parts.progress({ done, total })
      },
      signal,
    })
    const id = randomUUID()
    const opened = {
      importId: id,
      name,
      createdAt: manifest.createdAt,
      pages: digests.length,
      settings: settingsToTake(settings, parts.settings()),
    }
    const archive: OpenArchive = { id, source, files: manifest.files, digests, settings, reading: null }
    return { opened, archive }
  }

  async function read(importId: string, page: number): Promise<ImportPage> {
    const archive = current
    if (archive?.id !== importId) throw new RefusedArchive('cancelled', 'This archive is not open any more.')
    if (page === 0) {
      await archive.reading?.pages.return(undefined)
      archive.reading = { pages: rowPages(archive.source, archive.files), next: 0 }
    }
    const { reading } = archive
    if (reading?.next !== page) throw new Error(`page ${page} of an archive was asked for out of order`)
    reading.next += 1
    const { value } = await reading.pages.next()
    if (value === undefined || value.digest !== archive.digests[page]) throw changedMeanwhile()
    return parsePage(value)
  }

  return {
    open: (path, signal) => answered(() => open(path, signal), parts.log),
    read: (importId, page) => answered(() => read(importId, page), parts.log),
    settings: (importId) =>
      current?.id === importId
        ? success(current.settings)
        : failure('cancelled', 'This archive is not open any more.'),
    close,
  }
}

function settingsOn(page: RowPage): KeptChange[] {
  return page.path === 'rows/settings.jsonl'
    ? parsePage(page).changes.filter(({ kind }) => kind === 'settings')
    : []
}

async function answered<Value>(act: () => Promise<Value>, log: ImportParts['log']): Promise<Result<Value>> {
  try {
    return success(await act())
  } catch (error) {
    if (error instanceof RefusedArchive) return { ok: false, problem: error.problem }
    if (!(error instanceof Error && 'code' in error)) throw error
    log.error('an archive could not be read', error)
    return failure(
      'file',
      `The archive could not be read (${String(error.code)}). Nothing more was imported. Make sure that its disk is there, then try again.`,
    )
  }
}

function changedMeanwhile(): RefusedArchive {
  return new RefusedArchive('unreadable', 'The archive was changed while it was being imported.')
}
