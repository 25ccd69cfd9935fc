import type { KeptChange } from '../../../shared/kept/change.ts'
import { type UnderstoodChange, understoodChange } from '../../../shared/kept/rows.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'

/** The episodes on which something of the person's hangs. */
export type TouchedEpisodes = {
  all: Set<EpisodeId>
  /** Of which they listened to something. */
  heard: Set<EpisodeId>
  /** On which they wrote something. */
  noted: Set<EpisodeId>
}

export function touchedByNothing(): TouchedEpisodes {
  return { all: new Set(), heard: new Set(), noted: new Set() }
}

export function touch(touched: TouchedEpisodes, change: KeptChange): void {
  const understood = understoodChange(change)
  const episodeId = understood === null ? null : episodeOf(understood)
  if (episodeId === null) return
  touched.all.add(episodeId)
  if (change.kind === 'listening' || change.kind === 'heard') touched.heard.add(episodeId)
  if (change.kind === 'annotations' || change.kind === 'drafts') touched.noted.add(episodeId)
}

function episodeOf({ kind, row }: UnderstoodChange): EpisodeId | null {
  if (row === null) return null
  switch (kind) {
    case 'annotations':
      return row.deletedAt === null ? row.episodeId : null
    case 'listening':
    case 'heard':
    case 'requests':
    case 'audio':
    case 'offsets':
    case 'chapterSkips':
    case 'queue':
    case 'drafts':
      return row.episodeId
    case 'annotationEdits':
    case 'podcasts':
    case 'speeds':
    case 'topicNames':
    case 'smartLists':
    case 'settings':
      return null
  }
}
