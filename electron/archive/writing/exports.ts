import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { ArchiveForm, ArchivePart, Exported } from '../../../shared/archive/parts.ts'
import { changeLines } from '../../../shared/archive/row-lines.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { failure, type Result, success } from '../../../shared/result.ts'
import { diskProblem } from '../../files/disk-problem.ts'
import { openJsonFile } from '../../files/json-file.ts'
import { archiveName } from './archive-name.ts'
import { type ArchiveWriter, createArchiveWriter } from './archive-writer.ts'
import { openFolderSink } from './folder-sink.ts'
import type { ArchiveSink } from './sink.ts'
import { openZipSink } from './zip-sink.ts'

type ExportParts = {
  /** A file in which it stands what is being written, so that what a crash left of it is taken away at the next start. */
  unfinishedPath: string
  appVersion: string
  settings: () => KeptChange
  now: () => Date
  log: { warn: (text: string) => void }
}

export type Exports = {
  /** Begins one; for a folder `path` is where it is put, for a zip file the file itself. One under way is given up. */
  begin: (form: ArchiveForm, path: string) => Promise<Result<{ exportId: string }>>
  /** When it fails, nothing of the archive stays. */
  add: (exportId: string, part: ArchivePart) => Promise<Result<null>>
  finish: (exportId: string) => Promise<Result<Exported>>
  /** Takes away what was written of one that is under way. */
  abandon: () => Promise<void>
}

type UnderWay = { id: string; folder: string; sink: ArchiveSink; writer: ArchiveWriter }

export async function openExports(parts: ExportParts): Promise<Exports> {
  const { unfinishedPath, appVersion, settings, now, log } = parts
  const unfinished = await openJsonFile(unfinishedPath, unfinishedSchema, { path: null }, log)
  let current: UnderWay | null = null
  /** What touches the archive does so one after the other. */
  let last: Promise<unknown> = removeUnfinished()

  async function removeUnfinished(): Promise<void> {
    const { path } = unfinished.read()
    // Only ever what has a name of ours.
    if (path === null || !unfinishedName.test(basename(path))) return
    await rm(path, { recursive: true, force: true }).catch(() => undefined)
    await forgetUnfinished()
  }

  function forgetUnfinished(): Promise<void> {
    return unfinished.write({ path: null }).catch(() => undefined)
  }

  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = last.then(act, act)
    last = turn.catch(() => undefined)
    return turn
  }

  async function open(form: ArchiveForm, path: string): Promise<UnderWay> {
    await discard()
    const createdAt = now()
    const folder = form === 'folder' ? path : dirname(path)
    const name = form === 'folder' ? archiveName(createdAt) : basename(path)
    const temporary = join(folder, `.${name}.${randomUUID()}.part`)
    await unfinished.write({ path: temporary })
    const sink = await (form === 'folder'
      ? openFolderSink(temporary, numbered(join(folder, name)))
      : openZipSink(temporary, path, createdAt))
    const writer = createArchiveWriter(sink, { createdAt: createdAt.toISOString(), appVersion })
    current = { id: randomUUID(), folder, sink, writer }
    for (const part of changeLines([settings()])) await writer.add(part)
    return current
  }

  async function discard(): Promise<void> {
    const leaving = current
    current = null
    if (leaving === null) return
    await leaving.sink.discard()
    await forgetUnfinished()
  }

  /** Whatever goes wrong, nothing of the archive stays. */
  async function guarded<Value>(folder: string, act: () => Promise<Value>): Promise<Result<Value>> {
    try {
      return success(await act())
    } catch (error) {
      await discard().catch(() => undefined)
      const problem = diskProblem(error, {
        undone: 'The archive was not written',
        kept: 'Your library is as it was.',
        folder,
      })
      if (problem === null) throw error
      return { ok: false, problem }
    }
  }

  function within<Value>(
    exportId: string,
    act: (underWay: UnderWay) => Promise<Value>,
  ): Promise<Result<Value>> {
    return inTurn(async () => {
      const underWay = current
      if (underWay?.id !== exportId) return failure('cancelled', 'Stopped. No archive was written.')
      return guarded(underWay.folder, () => act(underWay))
    })
  }

  return {
    begin: (form, path) =>
      inTurn(() =>
        guarded(form === 'folder' ? path : dirname(path), async () => ({
          exportId: (await open(form, path)).id,
        })),
      ),
    add: (exportId, part) =>
      within(exportId, async ({ writer }) => {
        await writer.add(part)
        return null
      }),
    finish: (exportId) =>
      within(exportId, async ({ writer }) => {
        const finished = await writer.finish()
        current = null
        await forgetUnfinished()
        return finished
      }),
    abandon: () => inTurn(discard),
  }
}

const unfinishedSchema = z.object({ path: z.string().nullable() })
const unfinishedName = /^\..+\.[\da-f-]{36}\.part$/

/** The path itself, then with numbers. */
function* numbered(path: string): Generator<string> {
  yield path
  for (let number = 2; ; number += 1) yield `${path} (${number})`
}
