import type { ImportPage, OpenedArchive } from '../../../shared/archive/imports.ts'
import { understoodChange } from '../../../shared/kept/rows.ts'
import { unpack } from '../../../shared/packed.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { TaskParts } from './task-parts.ts'

/**
 * Reads the rows of an archive page by page, in their order. While one is dealt with, which is mostly waiting for the database, the next
 * is read and understood.
 */
export async function eachPage(
  { importId, pages }: OpenedArchive,
  { ask, show, stop }: TaskParts,
  act: (page: ImportPage) => Promise<void>,
): Promise<Result<null>> {
  async function read(page: number): Promise<Result<ImportPage> | null> {
    if (page >= pages) return null
    const given = await ask('archive.read-import', { importId, page }, stop)
    if (!given.ok) return given
    const unpacked = unpack(given.value)
    for (const change of unpacked.changes) understoodChange(change)
    return success(unpacked)
  }
  let next = read(0)
  for (let page = 0; page < pages; page += 1) {
    const given = await next
    if (given === null) break
    if (!given.ok) return given
    next = read(page + 1)
    await act(given.value)
    show((page + 1) / pages)
  }
  return success(null)
}
