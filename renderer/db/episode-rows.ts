import type { Episode } from '../../shared/models/episode.ts'
import { changesBetween, type EpisodeChange, type ToldEpisode } from '../../shared/models/episode-change.ts'
import { type LaneCount, laneCountsOf } from '../../shared/models/highlight-lane.ts'
import { pack, unpack } from '../../shared/packed.ts'
import { revisionOf } from './revision.ts'
import type { EpisodeDetailsRow, EpisodeRow, PackedDetails } from './rows.ts'

/** An episode as it is stored: what lists need, the rest as text, and the number by which it is compared. */
export type StoredEpisode = {
  slug: string
  row: EpisodeRow
  details: PackedDetails
  revision: number
  /** Of its highlights; a part of the details, and so not of what the revision is made of. */
  laneCounts: readonly LaneCount[]
}

export function storedForm(episode: Episode): StoredEpisode {
  const row: EpisodeRow = {
    id: episode.id,
    podcastSlug: episode.podcastSlug,
    title: episode.title,
    podcastTitle: episode.podcastTitle,
    publishedAtMs: episode.publishedAt === null ? 0 : Date.parse(episode.publishedAt),
    durationSeconds: episode.durationSeconds,
    processingState: episode.processingState,
    topics: episode.topics,
    withdrawnAt: null,
  }
  const details: PackedDetails = pack({
    id: episode.id,
    summary: episode.summary,
    highlights: episode.highlights,
    chapters: episode.chapters,
    actions: episode.actions,
    canonicalUrl: episode.canonicalUrl,
    imageUrl: episode.imageUrl,
    audio: episode.audio,
    updatedAt: episode.updatedAt,
    warnings: episode.warnings,
  })
  return {
    slug: episode.slug,
    row,
    details,
    revision: revisionOf(JSON.stringify(row) + details),
    laneCounts: laneCountsOf(episode.highlights),
  }
}

export function unpackDetails(packed: PackedDetails): EpisodeDetailsRow {
  return { changes: [], ...unpack(packed) }
}

/** An episode that changes often would else grow without end: so many, and of large ones no more than fit into so many characters. */
const mostChangesKept = 20
const mostCharactersKept = 400_000

/** The details of `after` with what was before, if that is something a person is told, and the changes until then. */
export function withChanges(
  before: Pick<StoredEpisode, 'row' | 'details'>,
  after: StoredEpisode,
  nowIso: string,
): PackedDetails {
  const detailsBefore = unpackDetails(before.details)
  const detailsAfter = unpackDetails(after.details)
  const was = changesBetween(toldEpisode(before.row, detailsBefore), toldEpisode(after.row, detailsAfter))
  const news: EpisodeChange[] = was === null ? [] : [{ noticedAt: nowIso, before: was }]
  const changes = withinRoom([...news, ...detailsBefore.changes].slice(0, mostChangesKept))
  return changes.length === 0 ? after.details : pack({ ...detailsAfter, changes })
}

/** The newest of all is kept in any case. */
function withinRoom(changes: EpisodeChange[]): EpisodeChange[] {
  let characters = 0
  const beyond = changes.findIndex((change, index) => {
    characters += JSON.stringify(change).length
    return index > 0 && characters > mostCharactersKept
  })
  return beyond === -1 ? changes : changes.slice(0, beyond)
}

/** The stored rows as changes are told of. */
function toldEpisode(row: EpisodeRow, details: EpisodeDetailsRow): ToldEpisode {
  return {
    title: row.title,
    publishedAt: row.publishedAtMs === 0 ? null : new Date(row.publishedAtMs).toISOString(),
    durationSeconds: row.durationSeconds,
    processingState: row.processingState,
    topics: row.topics,
    canonicalUrl: details.canonicalUrl,
    summary: details.summary,
    highlights: details.highlights,
    chapters: details.chapters,
    audio: details.audio,
  }
}
