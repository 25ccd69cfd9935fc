import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import { type LaneKey, lanesOf } from '../../../shared/models/highlight-lane.ts'
import { type EpisodeId, slugsOf } from '../../../shared/models/identity.ts'
import { detailsByBlock } from '../../db/details-by-block.ts'
import type { Library } from '../../db/library.ts'
import { firstPlaceOfShelf } from '../../db/places.ts'
import { nextTurn } from '../../db/slices.ts'
import { isNoteOn } from '../../notes/highlight-notes.ts'
import type { NotedHighlights } from './lane-items.ts'
import type { WantedEpisode } from './read-highlights.ts'

/** So long it holds up the page at a time. */
const sliceMs = 4

type Found = { revision: number; quotes: string; lanes: ReadonlyMap<LaneKey, readonly number[]> }
export type NotedMemory = Map<EpisodeId, Found>

/**
 * Which highlights have notes: only the episodes with such notes are read, a few milliseconds at a time, and of those only the
 * ones that changed since `memory` learned of them. `null` once `signal` is aborted.
 */
export async function findNoted(
  library: Library,
  notes: readonly Annotation[],
  memory: NotedMemory,
  signal: AbortSignal,
): Promise<NotedHighlights | null> {
  const byEpisode = Map.groupBy(notes.filter(isOnHighlight), ({ episodeId }) => episodeId)
  const found = new Map<EpisodeId, Found['lanes']>()
  const unknown: (WantedEpisode & { quotes: string; notes: readonly Annotation[] })[] = []
  for (const episode of placesOf(library, byEpisode)) {
    const its = byEpisode.get(episode.id) ?? []
    const quotes = JSON.stringify(its.map(({ anchor }) => anchor))
    const known = memory.get(episode.id)
    if (known?.revision === episode.revision && known.quotes === quotes) found.set(episode.id, known.lanes)
    else unknown.push({ ...episode, quotes, notes: its })
  }
  let sliceEndMs = performance.now() + sliceMs
  for await (const { wanted, details } of detailsByBlock(unknown, () => true)) {
    if (signal.aborted) return null
    const lanes = details?.id === wanted.id ? notedLanes(details.highlights, wanted.notes) : new Map()
    memory.set(wanted.id, { revision: wanted.revision, quotes: wanted.quotes, lanes })
    found.set(wanted.id, lanes)
    if (performance.now() < sliceEndMs) continue
    await nextTurn()
    sliceEndMs = performance.now() + sliceMs
  }
  return signal.aborted ? null : found
}

function notedLanes(highlights: readonly Highlight[], notes: readonly Annotation[]): Found['lanes'] {
  const seen = new Map<LaneKey, number>()
  const noted = new Map<LaneKey, number[]>()
  for (const highlight of highlights) {
    const isNoted = notes.some((note) => isNoteOn(highlight, note))
    for (const lane of lanesOf(highlight)) {
      const ordinal = seen.get(lane) ?? 0
      seen.set(lane, ordinal + 1)
      if (isNoted) noted.set(lane, [...(noted.get(lane) ?? []), ordinal])
    }
  }
  return noted
}

/** Where the episodes stand of which there is a note. */
function placesOf({ slots }: Library, byEpisode: ReadonlyMap<EpisodeId, unknown>): WantedEpisode[] {
  const byPodcast = Map.groupBy(byEpisode.keys(), (id) => slugsOf(id).podcastSlug)
  return slots.flatMap((shelf) => {
    const ids = shelf === null ? undefined : byPodcast.get(shelf.row.podcastSlug)
    if (shelf === null || ids === undefined) return []
    const { row } = shelf
    const positions = new Map(row.slugs.map((slug, position) => [slug, position]))
    return ids.flatMap((id) => {
      const position = positions.get(slugsOf(id).episodeSlug)
      if (position === undefined) return []
      const place = firstPlaceOfShelf(row.shelf) + position
      return [{ id, podcastSlug: row.podcastSlug, place, revision: row.revisions[position] ?? 0 }]
    })
  })
}

function isOnHighlight({ anchor }: Annotation): boolean {
  return anchor.kind === 'highlight'
}
