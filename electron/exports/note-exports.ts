import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { ExportOutcome } from '../../shared/exports/outcomes.ts'
import { type ExportPart, exportPartSchema } from '../../shared/exports/parts.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { KnownFiles } from './markdown-folder/look-through.ts'
import { openMarkdownFolder, type Templates } from './markdown-folder/markdown-folder.ts'
import { type FileTarget, formatOf } from './note-files/format-of.ts'
import { openNoteFile } from './note-files/note-file.ts'
import type { ReadwiseSender } from './readwise/send-highlights.ts'

/** Where one export goes. */
export type Destination =
  | { kind: 'folder'; root: string; templates: Templates }
  /** `topic` is that of a dossier. */
  | { kind: 'file'; target: FileTarget; path: string; topic?: string }
  | { kind: 'readwise'; sender: (signal: AbortSignal) => ReadwiseSender }

/** `episodes` are those that are to be in it beside those with notes. */
type BegunExport = { exportId: string; episodes: EpisodeId[] }

export type NoteExports = {
  /** One under way is given up. */
  begin: (destination: Destination) => Promise<Result<BegunExport>>
  /** `part` is the JSON text of an `ExportPart`. */
  add: (exportId: string, part: string) => Promise<Result<null>>
  finish: (exportId: string) => Promise<Result<ExportOutcome>>
  /** Stops one under way; what a folder or Readwise has by then, it has. */
  abandon: () => Promise<void>
}

/** What writes one export, and what it is called where it fails. */
type Writing = {
  episodes: EpisodeId[]
  add: (part: ExportPart) => Promise<Result<null>>
  finish: () => Promise<Result<ExportOutcome>>
  discard: () => Promise<void>
}

/** Files that are written at once, each of which is flushed. */
const atOnce = 16

export async function openNoteExports(parts: {
  /** A file in which it stands what is being written, so that what a crash left of it is taken away at the next start. */
  unfinishedPath: string
  appVersion: string
  now: () => Date
  log: { warn: (text: string) => void }
}): Promise<NoteExports> {
  const { appVersion, now, log } = parts
  const unfinished = await openJsonFile(parts.unfinishedPath, unfinishedSchema, { path: null }, log)
  const known: KnownFiles = new Map()
  let current: { id: string; place: string; writing: Writing; stop: AbortController } | null = null
  let last: Promise<unknown> = removeUnfinished()

  async function removeUnfinished(): Promise<void> {
    const { path } = unfinished.read()
    if (path === null || !unfinishedName.test(basename(path))) return
    await rm(path, { force: true }).catch(() => undefined)
    await unfinished.write({ path: null }).catch(() => undefined)
  }

  /** What touches an export does so one after the other. */
  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = last.then(act, act)
    last = turn.catch(() => undefined)
    return turn
  }

  async function toFolder(root: string, templates: Templates): Promise<Writing> {
    const folder = await openMarkdownFolder({ root, templates, known, now })
    return {
      episodes: folder.episodes(),
      add: async ({ episodes }) => {
        for (let at = 0; at < episodes.length; at += atOnce) {
          await Promise.all(episodes.slice(at, at + atOnce).map(folder.put))
        }
        return success(null)
      },
      finish: async () => success({ kind: 'folder', place: root, ...(await folder.finish()) }),
      discard: async () => undefined,
    }
  }

  async function toFile(target: FileTarget, path: string, topic: string): Promise<Writing> {
    const temporary = `${path}.${randomUUID()}.part`
    await unfinished.write({ path: temporary })
    const format = formatOf(target, { createdAt: now().toISOString(), appVersion, topic })
    const file = await openNoteFile(format, temporary, path)
    let [rows, count] = [0, 0]
    return {
      episodes: [],
      add: async ({ episodes, podcasts = [] }) => {
        for (const noted of episodes) {
          rows += isOfChapters(target) ? noted.episode.chapters.length : noted.notes.length
          count += 1
          await file.add(noted)
        }
        for (const podcast of podcasts) await file.addPodcast(podcast)
        rows += podcasts.length
        return success(null)
      },
      finish: async () => {
        await file.finish()
        await unfinished.write({ path: null }).catch(() => undefined)
        return success(
          target === 'topic-dossier'
            ? { kind: 'dossier', place: path, episodes: count }
            : { kind: 'file', place: path, rows },
        )
      },
      discard: async () => {
        await file.discard()
        await unfinished.write({ path: null }).catch(() => undefined)
      },
    }
  }

  function toReadwise(sender: ReadwiseSender): Writing {
    return {
      episodes: [],
      add: async ({ episodes }) => {
        for (const noted of episodes) {
          const added = await sender.add(noted)
          if (!added.ok) return added
        }
        return success(null)
      },
      finish: async () => {
        const done = await sender.finish()
        return done.ok ? success({ kind: 'readwise', ...done.value }) : done
      },
      discard: async () => undefined,
    }
  }

  function open(destination: Destination, stop: AbortController): Promise<Writing> {
    switch (destination.kind) {
      case 'folder':
        return toFolder(destination.root, destination.templates)
      case 'file':
        return toFile(destination.target, destination.path, destination.topic ?? '')
      case 'readwise':
        return Promise.resolve(toReadwise(destination.sender(stop.signal)))
    }
  }

  async function discard(): Promise<void> {
    const leaving = current
    current = null
    await leaving?.writing.discard()
  }

  async function guarded<Value>(place: string, act: () => Promise<Result<Value>>): Promise<Result<Value>> {
    try {
      const done = await act()
      if (!done.ok) await discard()
      return done
    } catch (error) {
      await discard().catch(() => undefined)
      const problem = diskProblem(error, {
        undone: 'The export was not finished',
        kept: 'Your notes are as they were.',
        folder: place,
      })
      if (problem === null) throw error
      return { ok: false, problem }
    }
  }

  function within<Value>(
    exportId: string,
    act: (writing: Writing) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    return inTurn(async () => {
      const underWay = current
      if (underWay?.id !== exportId || underWay.stop.signal.aborted) return failure('cancelled', 'Stopped.')
      return guarded(underWay.place, () => act(underWay.writing))
    })
  }

  return {
    begin: (destination) =>
      inTurn(() => {
        const place = placeOf(destination)
        return guarded(place, async () => {
          await discard()
          const stop = new AbortController()
          const writing = await open(destination, stop)
          const id = randomUUID()
          current = { id, place, writing, stop }
          return success({ exportId: id, episodes: writing.episodes })
        })
      }),
    add: (exportId, part) =>
      within(exportId, (writing) => writing.add(exportPartSchema.parse(JSON.parse(part)))),
    finish: (exportId) =>
      within(exportId, async (writing) => {
        const finished = await writing.finish()
        if (finished.ok) current = null
        return finished
      }),
    abandon: () => {
      // At once, also for what waits for Readwise.
      current?.stop.abort()
      return inTurn(discard)
    },
  }
}

function placeOf(destination: Destination): string {
  switch (destination.kind) {
    case 'folder':
      return destination.root
    case 'file':
      return dirname(destination.path)
    case 'readwise':
      return 'the app’s own files'
  }
}

function isOfChapters(target: FileTarget): boolean {
  return target === 'podcasting-chapters' || target === 'podlove-chapters'
}

const unfinishedSchema = z.object({ path: z.string().nullable() })
const unfinishedName = /\.[\da-f-]{36}\.part$/
