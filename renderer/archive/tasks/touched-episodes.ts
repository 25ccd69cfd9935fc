import type { KeptChange } from '../../../shared/kept/change.ts'
import type { KeptKind } from '../../../shared/kept/kinds.ts'
import { type EpisodeId, episodeIdSchema } from '../../../shared/models/identity.ts'

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

/** Only looks at what it needs of a row: whoever minds whether this version understands it, asks before. */
export function touch(touched: TouchedEpisodes, change: KeptChange): void {
  const episodeId = hangsOnEpisode(change.kind) ? episodeOf(change) : null
  if (episodeId === null) return
  touched.all.add(episodeId)
  if (change.kind === 'listening' || change.kind === 'heard') touched.heard.add(episodeId)
  if (change.kind === 'annotations' || change.kind === 'drafts') touched.noted.add(episodeId)
}

function episodeOf({ kind, row }: KeptChange): EpisodeId | null {
  if (typeof row !== 'object' || row === null || !('episodeId' in row)) return null
  if (kind === 'annotations' && 'deletedAt' in row && row.deletedAt !== null) return null
  return episodeIdSchema.safeParse(row.episodeId).data ?? null
}

function hangsOnEpisode(kind: KeptKind): boolean {
  switch (kind) {
    case 'annotations':
    case 'listening':
    case 'heard':
    case 'requests':
    case 'audio':
    case 'offsets':
    case 'chapterSkips':
    case 'queue':
    case 'drafts':
      return true
    case 'annotationEdits':
    case 'podcasts':
    case 'speeds':
    case 'topicNames':
    case 'smartLists':
    case 'settings':
      return false
  }
}
