import { database } from '../../renderer/db/database.ts'
import type { KeptChange } from '../../shared/kept/change.ts'

/** What was noted down for the second home since this was last asked, one list a transaction. */
export async function notedChanges(): Promise<KeptChange[][]> {
  const entries = await database.unsent.toArray()
  await database.unsent.clear()
  return entries.map(({ changes }) => changes)
}
