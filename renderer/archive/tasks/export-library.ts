import type { Exported } from '../../../shared/archive/parts.ts'
import { pack } from '../../../shared/packed.ts'
import type { Result } from '../../../shared/result.ts'
import { archiveParts } from './archive-parts.ts'
import type { TaskParts } from './task-parts.ts'

/** Sends the library to the main process, which writes it; gives where it is then. */
export async function exportLibrary(
  exportId: string,
  { ask, show, stop }: TaskParts,
): Promise<Result<Exported>> {
  for await (const part of archiveParts(show)) {
    const added = await ask('archive.add', { exportId, part: pack(part) }, stop)
    if (!added.ok) return added
  }
  return ask('archive.finish-export', { exportId }, stop)
}
