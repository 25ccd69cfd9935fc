import { type Result, success } from '../../../shared/result.ts'
import { followAgain } from '../../db/follow-again.ts'
import { takeBackEpisodes, takeBackRows } from '../../db/import-undo.ts'
import { forgetLastImport } from '../../db/last-import.ts'
import type { UndoDone } from '../import-plan.ts'
import type { TaskParts } from './task-parts.ts'

/** Takes back what the last import wrote into the database. Broken off, it can be begun again. */
export async function takeBackImport({ show }: Pick<TaskParts, 'show'>): Promise<Result<UndoDone>> {
  const { rows, changedSince } = await takeBackRows(show)
  const unread = await followAgain()
  await takeBackEpisodes()
  await forgetLastImport()
  return success({ undone: rows, changedSince, unread })
}
