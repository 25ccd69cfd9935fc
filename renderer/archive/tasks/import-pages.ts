import type { ImportPage, OpenedArchive } from '../../../shared/archive/imports.ts'
import { unpack } from '../../../shared/packed.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { TaskParts } from './task-parts.ts'

/** Reads the rows of an archive page by page, in their order; while one is dealt with, the next is read. */
export async function eachPage(
  { importId, pages }: OpenedArchive,
  { ask, show, stop }: TaskParts,
  act: (page: ImportPage) => Promise<void>,
): Promise<Result<null>> {
  const read = (page: number) => (page < pages ? ask('archive.read-import', { importId, page }, stop) : null)
  let next = read(0)
  for (let page = 0; page < pages; page += 1) {
    const given = await next
    if (given === null) break
    if (!given.ok) return given
    next = read(page + 1)
    await act(unpack(given.value))
    show((page + 1) / pages)
  }
  return success(null)
}
