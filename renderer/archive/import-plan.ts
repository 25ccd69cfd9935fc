import type { SettingsChange } from '../../shared/models/settings.ts'
import type { Effect } from '../db/compare-changes.ts'
import type { KeptTable } from '../db/rows.ts'

/** What importing does to rows of one kind. */
export type KindPlan = {
  added: number
  changed: number
  deleted: number
  /** As they are here already. */
  same: number
  /** Later here, and left as they are. */
  laterHere: number
}

/** One of the rows on which something is done, for a person to recognise. */
export type Sample = { kind: KeptTable; effect: Effect; title: string }

/** What importing an archive would do. */
export type ImportPlan = {
  kinds: Map<KeptTable, KindPlan>
  samples: Sample[]
  /** Deletions of what is not here, noted down so that an older archive does not bring it back. */
  unseen: number
  /** Rows that were deleted here after what the archive has of them, and stay so. */
  deletedHere: number
  /** That are not in the library, and come with what hangs on them. */
  episodes: number
  /** Rows that this version cannot use; they are left out. */
  unreadable: number
  settings: SettingsChange | null
}

/** What was done. */
export type ImportDone = {
  added: number
  changed: number
  deleted: number
  episodes: number
  unreadable: number
  /** Podcasts whose episodes are to be read from the service now. */
  unread: string[]
}

export type UndoDone = {
  undone: number
  /** Rows that were changed since the import, and stay as they are. */
  changedSince: number
  unread: string[]
}

export function nothingPlanned(): KindPlan {
  return { added: 0, changed: 0, deleted: 0, same: 0, laterHere: 0 }
}

/** Whether an import would change anything at all, if a person wishes so. */
export function changesAnything({ kinds, deletedHere, unseen, episodes, settings }: ImportPlan): boolean {
  const rows = [...kinds.values()].some(({ added, changed, deleted }) => added + changed + deleted > 0)
  return rows || deletedHere > 0 || unseen > 0 || episodes > 0 || settings !== null
}
