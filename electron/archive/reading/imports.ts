import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ArchiveProgress, ImportPage, OpenedArchive } from '../../../shared/archive/imports.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { laterOf } from '../../../shared/kept/merge.ts'
import { settingsToTake } from '../../../shared/kept/settings-change.ts'
import type { Packed } from '../../../shared/packed.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { noArchive, openFolderSource } from './folder-source.ts'
import { parsePage } from './parse-page.ts'
import { readManifest } from './read-manifest.ts'
import { RefusedArchive } from './refused-archive.ts'
import type { RowPage } from './row-pages.ts'
import type { ArchiveSource } from './source.ts'
import { createVerifiedPages, type KeptPages, type VerifiedPages } from './verified-pages.ts'
import { verifyRows } from './verify.ts'
import { openZipSource } from './zip-source.ts'

type ImportParts = {
  /** The settings as they are, as a change. */
  settings: () => KeptChange
  /** Told of as an archive is read through. */
  progress: (progress: ArchiveProgress) => void
  /** How much is kept in memory from the reading through until the import. */
  kept?: KeptPages
  log: { error: (text: string, error: unknown) => void }
}

/** A library of a hundred thousand notes. */
const usuallyKept: KeptPages = { bytes: 64 * 2 ** 20, rows: 100_000 }

/** So often is told how much was read, at the most. */
const progressSteps = 50

export type Imports = {
  /**
   * Reads the rows of an archive from end to end, without writing anything anywhere, and begins to read the rest. Another one that was
   * open is closed.
   */
  open: (path: string, signal: AbortSignal) => Promise<Result<OpenedArchive>>
  /** Once all of it was read: why it is refused, if it is. Nothing of it may be taken in before. */
  whole: (importId: string, signal?: AbortSignal) => Promise<Result<null>>
  /** Pages are best read in their order, from 0. */
  read: (importId: string, page: number) => Promise<Result<Packed<ImportPage>>>
  /** What an archive that is open holds of settings. */
  settings: (importId: string) => Result<KeptChange | null>
  close: () => Promise<void>
}

type OpenArchive = {
  id: string
  source: ArchiveSource
  pages: VerifiedPages
  settings: KeptChange | null
  whole: Promise<Result<null>>
  /** Ends the reading of the rest. */
  stop: AbortController
}

export function createImports(parts: ImportParts): Imports {
  let current: OpenArchive | null = null

  async function close(): Promise<void> {
    const closing = current
    current = null
    closing?.stop.abort()
    await closing?.whole.catch(() => undefined)
    await closing?.pages.close()
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
    const pages = createVerifiedPages(source, manifest.files, parts.kept ?? usuallyKept)
    let settings: KeptChange | null = null
    let shown = 0
    const stop = new AbortController()
    const readRest = await verifyRows({
      source,
      manifest,
      look: (page) => {
        pages.take(page)
        for (const change of settingsOn(page))
          settings = settings === null ? change : laterOf(settings, change)
      },
      showRead: (done) => {
        if (done - shown < total / progressSteps) return
        shown = done
        parts.progress({ done, total })
      },
      signal: AbortSignal.any([signal, stop.signal]),
    })
    const whole = answered(() => readRest().then(() => null), parts.log)
    // Whoever asks hears of it.
    whole.catch(() => undefined)
    const id = randomUUID()
    const opened = {
      importId: id,
      name,
      createdAt: manifest.createdAt,
      pages: pages.count(),
      settings: settingsToTake(settings, parts.settings()),
    }
    const archive: OpenArchive = { id, source, pages, settings, whole, stop }
    return { opened, archive }
  }

  async function read(importId: string, page: number): Promise<Packed<ImportPage>> {
    if (current?.id !== importId) throw new RefusedArchive('cancelled', 'This archive is not open any more.')
    return current.pages.read(page)
  }

  return {
    open: (path, signal) => answered(() => open(path, signal), parts.log),
    read: (importId, page) => answered(() => read(importId, page), parts.log),
    whole: async (importId, signal) => {
      if (current?.id !== importId) return notOpen()
      const { stop, whole } = current
      signal?.addEventListener('abort', () => stop.abort(), { once: true })
      return whole
    },
    settings: (importId) => (current?.id === importId ? success(current.settings) : notOpen()),
    close,
  }
}

function notOpen(): Result<never> {
  return failure('cancelled', 'This archive is not open any more.')
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
