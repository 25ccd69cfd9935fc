import type { KeptChange } from '../kept/change.ts'
import type { Episode } from '../models/episode.ts'
import type { SettingsChange } from '../models/settings.ts'

/** An archive of which all rows were read and are what its manifest says; what else is in it is read meanwhile. */
export type OpenedArchive = {
  importId: string
  /** Of its folder or file, as the person knows it. */
  name: string
  /** ISO 8601 UTC. */
  createdAt: string
  /** How many pages of rows it has. */
  pages: number
  /** What its settings would change, if they are later than those here. */
  settings: SettingsChange | null
}

/** How much of an archive was read through, in bytes. */
export type ArchiveProgress = { done: number; total: number }

/** Some of its rows. */
export type ImportPage = {
  changes: KeptChange[]
  episodes: Episode[]
  /** Lines that are neither. */
  unreadable: number
}
