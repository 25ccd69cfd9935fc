import type { ReadHome } from '../../../renderer/home/bring-up.ts'
import type { KeptChange } from '../../../shared/kept/change.ts'
import { success } from '../../../shared/result.ts'
import { keptExamples } from '../../shared/kept/examples.ts'

/** A note of the second home's, one of many. */
export function madeNote(
  at: number,
  body = 'As it was.',
  updatedAt: string = keptExamples.annotations.updatedAt,
): KeptChange {
  const { annotations } = keptExamples
  const key = `0195a000-0000-7000-8000-${String(at).padStart(12, '0')}`
  return { ...annotations, key, updatedAt, row: { ...annotations.row, id: key, body, updatedAt } }
}

/** A second home with an entry for each change, read three at a time. */
export function homeOf(changes: readonly KeptChange[]): ReadHome {
  return async (after, cursor) => {
    const rest = changes.slice((after ?? 0) + Number(cursor ?? 0))
    const next = rest.length > 3 ? String(Number(cursor ?? 0) + 3) : null
    return success({ changes: rest.slice(0, 3), next, number: changes.length })
  }
}
