import type { KeptChange } from '../../../shared/kept/change.ts'
import { type Result, success } from '../../../shared/result.ts'
import type { ImportDone } from '../../archive/import-plan.ts'
import { followAgain } from '../../db/follow-again.ts'
import { bringBackDeleted, importChanges } from '../../db/import-changes.ts'
import { beginImport, keepLastImport } from '../../db/last-import.ts'

export type TakeInChangesOrder = {
  /** Of the import, as the person knows it. */
  name: string
  changes: readonly KeptChange[]
  bringsBackDeleted: boolean
}

const atOnce = 500

/**
 * Merges what another program’s files hold into the library, as an archive is: each piece with its undo in one transaction. Broken
 * off, it leaves what was taken in so far, which can be taken back, and importing once more takes in the rest.
 */
export async function takeInChanges(
  { name, changes, bringsBackDeleted }: TakeInChangesOrder,
  show: (done: number) => void,
): Promise<Result<ImportDone>> {
  const at = new Date().toISOString()
  const done: ImportDone = { added: 0, changed: 0, deleted: 0, episodes: 0, unreadable: 0, unread: [] }
  await beginImport({ name, at, isWhole: false, rows: 0, settingsBefore: null, settingsTaken: null })
  for (let from = 0; from < changes.length; from += atOnce) {
    const some = changes.slice(from, from + atOnce)
    const { added, changed, deleted, notUnderstood } = await importChanges(some)
    done.added += added
    done.changed += changed
    done.deleted += deleted
    done.unreadable += notUnderstood
    if (bringsBackDeleted) done.added += await bringBackDeleted(some)
    show(Math.min(1, (from + atOnce) / changes.length))
  }
  done.unread = await followAgain()
  await keepLastImport({ isWhole: true, rows: done.added + done.changed + done.deleted })
  return success(done)
}
