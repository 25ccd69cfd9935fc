import type { Exported } from '../../../shared/archive/parts.ts'
import { type Result, success } from '../../../shared/result.ts'
import { archiveParts } from './archive-parts.ts'
import type { TaskParts } from './task-parts.ts'

/** Sends the library to the main process, which writes it; gives where it is then. */
export async function exportLibrary(
  exportId: string,
  { ask, show, stop }: TaskParts,
): Promise<Result<Exported>> {
  /** One part is written while the next is read. */
  let adding: Promise<Result<null>> = Promise.resolve(success(null))
  for await (const part of archiveParts(show)) {
    const added = await adding
    if (!added.ok) return added
    adding = ask('archive.add', { exportId, part }, stop)
  }
  const added = await adding
  if (!added.ok) return added
  return ask('archive.finish-export', { exportId }, stop)
}
