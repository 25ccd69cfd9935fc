import { failure, type Result, success } from '../../../shared/result.ts'
import { writingMany } from '../../db/many-writes.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import { lookAtNotes } from '../../imports/tasks/look-at-notes.ts'
import { lookAtOutline } from '../../imports/tasks/look-at-outline.ts'
import { takeInChanges } from '../../imports/tasks/take-in-changes.ts'
import { tieNotes } from '../../imports/tasks/tie-notes.ts'
import { dossierText } from '../tasks/dossier-text.ts'
import { exportLibrary } from '../tasks/export-library.ts'
import { exportNotes } from '../tasks/export-notes.ts'
import { lookAtArchive } from '../tasks/look-at-archive.ts'
import { takeBackImport } from '../tasks/take-back-import.ts'
import { takeInArchive } from '../tasks/take-in-archive.ts'
import type { TaskParts } from '../tasks/task-parts.ts'
import type { ArchiveTask, TaskValues } from './messages.ts'

/** Never rejects; what only a bug throws is told to `reportFault`. */
export async function runTask(
  task: ArchiveTask,
  parts: TaskParts,
  reportFault: (fault: unknown) => void,
): Promise<Result<TaskValues[ArchiveTask['kind']]>> {
  try {
    switch (task.kind) {
      case 'export':
        return await exportLibrary(task.exportId, parts)
      case 'export-notes':
        return await exportNotes(task, parts)
      case 'dossier-text':
        return await dossierText(task, parts)
      case 'look':
        return await lookAtArchive(task.archive, parts)
      case 'take-in':
        return await writingMany(() => takeInArchive(task, parts))
      case 'look-at-notes':
        return await lookAtNotes(task, parts.show)
      case 'look-at-outline':
        return await lookAtOutline(task.file)
      case 'take-in-changes':
        return await writingMany(() => takeInChanges(task, parts.show))
      case 'tie-notes':
        return success(await tieNotes(task.serviceAddress))
      case 'take-back':
        return await writingMany(() => takeBackImport(parts))
    }
  } catch (error) {
    const problem = storageProblem(error)
    if (problem !== null) return { ok: false, problem }
    reportFault(error)
    return failure(
      'internal',
      'Something in Earmark went wrong before this was done. What was there before is kept; the log has the details.',
    )
  }
}
