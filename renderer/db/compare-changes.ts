import type { KeptChange } from '../../shared/kept/change.ts'
import { laterOf, mergeInto } from '../../shared/kept/merge.ts'
import { understoodChange } from '../../shared/kept/rows.ts'
import { database } from './database.ts'
import { isKeptTable } from './kept-tables.ts'
import type { KeptTable } from './rows.ts'
import { storedChanges } from './stored-changes.ts'

/** A change that this version can store. */
export type UsableChange = KeptChange & { kind: KeptTable; row: object | null }

/** A change that came from elsewhere beside what is here of the same row; `here` is `null` when nothing ever was. */
export type Comparison = { kind: KeptTable; here: KeptChange | null } & (
  | { verdict: 'take'; change: UsableChange }
  | {
      verdict:
        | 'same'
        /** What is here is later, and holds. */
        | 'later-here'
        | 'not-understood'
      change: KeptChange
    }
)

/** Only compares. Of changes of one row the latest counts; settings are passed over, as they are the main process's. */
export async function compareChanges(changes: Iterable<KeptChange>): Promise<Comparison[]> {
  const latest = new Map<string, KeptChange>()
  mergeInto(latest, changes)
  const compared: Comparison[] = []
  for (const [kind, ofKind] of Map.groupBy(latest.values(), (change) => change.kind)) {
    if (!isKeptTable(kind)) continue
    const tables = [database.table(kind), database.tombstones]
    compared.push(...(await database.transaction('r', tables, () => compareKind(kind, ofKind))))
  }
  return compared
}

/** The same of one kind, in a transaction over its table and `tombstones`. */
export async function compareKind(kind: KeptTable, given: readonly KeptChange[]): Promise<Comparison[]> {
  const stored = await storedChanges(
    kind,
    given.map(({ key }) => key),
  )
  return given.map((change, index): Comparison => {
    const here = stored[index] ?? null
    if (here !== null && laterOf(here, change) === here) {
      return { kind, here, change, verdict: laterOf(change, here) === here ? 'later-here' : 'same' }
    }
    return isUsable(change)
      ? { kind, here, change, verdict: 'take' }
      : { kind, here, change, verdict: 'not-understood' }
  })
}

function isUsable(change: KeptChange): change is UsableChange {
  const understood = understoodChange(change)
  if (understood === null) return false
  // A row that says otherwise than what it came with would seem to be another one each time it is looked at.
  return (
    understood.row === null ||
    !('updatedAt' in understood.row) ||
    understood.row.updatedAt === change.updatedAt
  )
}

/** What a person sees of a row that becomes another one. */
export type Effect = 'added' | 'changed' | 'deleted'

/** `null`: nothing, as when what was deleted elsewhere never was here. */
export function effectOf(before: KeptChange | null, after: KeptChange): Effect | null {
  if (isPresent(after)) return isPresent(before) ? 'changed' : 'added'
  return isPresent(before) ? 'deleted' : null
}

/** Whether a person sees anything of a row: a deleted note, or a request that was taken off the list, stays as a row. */
function isPresent(change: KeptChange | null): boolean {
  const row = change?.row ?? null
  if (typeof row !== 'object' || row === null) return false
  return !('deletedAt' in row && row.deletedAt !== null) && !('removedAt' in row && row.removedAt != null)
}
