import type { KeptChange } from './change.ts'

/** Why the second home takes nothing now. */
export type HomeTroubleCode =
  /** The disk has no room. */
  | 'full'
  | 'read-only'
  /** Its folder is gone: unplugged, renamed, deleted. */
  | 'missing'
  /** A write takes longer than it may. */
  | 'slow'
  /** The disk reports an error of its own. */
  | 'failing'
  /** Another Earmark writes there. */
  | 'in-use'
  /** It was written by a newer version. */
  | 'newer'

export type HomeTrouble = {
  code: HomeTroubleCode
  /** For a person: what happened, what was kept, what to do. */
  message: string
  /** ISO 8601 UTC. */
  since: string
}

/** Outcome of reading every file of the second home once. */
export type HomeCheck = {
  /** ISO 8601 UTC. */
  at: string
  /** Names of files with damage, and where it is; what is whole in them is used. */
  damaged: { file: string; ranges: number; bytes: number }[]
  /** Numbers of entries that no file has: first and last of each gap. */
  missing: { from: number; to: number }[]
}

/** What a person is shown of the second home. */
export type HomeStanding = {
  /** `null` while it cannot be opened. */
  homeId: string | null
  folder: string
  /** Whether it is in the data folder, on the same disk as the library. */
  isDefault: boolean
  /** Of the newest entry; 0 when there is none. */
  lastNumber: number
  /** Of all its files. */
  bytes: number
  /** ISO 8601 UTC, both. */
  lastWrittenAt: string | null
  lastSnapshotAt: string | null
  snapshots: number
  trouble: HomeTrouble | null
  /** `null` before the first. */
  lastCheck: HomeCheck | null
}

/** A state of everything a person made that can be looked into and brought back. */
export type HomeSnapshot = {
  name: string
  /** ISO 8601 UTC. */
  takenAt: string
  /** Of the newest entry in it. */
  number: number
  bytes: number
  /** Rows of each kind that were there; `null` when its end cannot be read. */
  counts: Readonly<Record<string, number>> | null
}

/** A page of rows out of it. */
export type HomePage = {
  changes: KeptChange[]
  /** Asks for the page after this one; `null` on the last. */
  next: string | null
  /** Of the newest entry that these rows come from. */
  number: number
}
