import type { KeptChange } from '../../shared/kept/change.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { MatchRule } from './matching/wanted-episode.ts'
import type { LeftOut, NoteSource } from './reading/foreign-note.ts'

/** A file that was read, or was not, and why. */
export type PlannedFile = { name: string } & (
  | { kind: 'read'; from: NoteSource; notes: number; remark: string | null }
  | { kind: 'refused'; reason: string }
)

/** Notes on one episode. */
export type PlannedEpisode = {
  /** Of the library, or of no library (`elsewhere.ts`). */
  id: EpisodeId
  title: string
  podcastTitle: string
  /** By what it was found; `null`: it is not in the library. */
  by: MatchRule | null
  notes: number
}

/** What importing files of other programs would do. */
export type NotesPlan = {
  /** Of the import, as the person knows it. */
  name: string
  files: PlannedFile[]
  added: number
  /** The file says more of it than when it was imported before, and nobody touched it here since. */
  changed: number
  /** As they are here already, whatever the person made of them since. */
  same: number
  /** Deleted here since; they stay so unless the person wishes otherwise. */
  deletedHere: number
  episodes: PlannedEpisode[]
  leftOut: LeftOut[]
}

/** What is written once the person wants it. */
export type NotesToImport = { plan: NotesPlan; changes: KeptChange[] }

export function bringsAnything({ added, changed, deletedHere }: NotesPlan): boolean {
  return added + changed + deletedHere > 0
}
