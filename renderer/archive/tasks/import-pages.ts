import type { ImportPage, OpenedArchive } from '../../../shared/archive/imports.ts'
import { unpack } from '../../../shared/packed.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { TaskParts } from './task-parts.ts'

/** Reads the rows of an archive page by page, and after each goes on only once it was dealt with. */
export async function eachPage(
  { importId, pages }: OpenedArchive,
  { ask, show, stop }: TaskParts,
  act: (page: ImportPage) => Promise<void>,
): Promise<Result<null>> {
  for (let page = 0; page < pages; page += 1) {
    const read = await ask('archive.read-import', { importId, page }, stop)
    if (!read.ok) return read
    await act(unpack(read.value))
    show((page + 1) / pages)
  }
  return success(null)
}
