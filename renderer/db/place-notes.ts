import type { Table } from 'dexie'
import { type EpisodeState, statesOf } from '../../shared/anchoring/episode-state.ts'
import { placeNote } from '../../shared/anchoring/place-note.ts'
import { canonicalJson } from '../../shared/kept/canonical-json.ts'
import type { AnnotationRow } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { detailsOf, episodeRowsOf } from './episodes.ts'
import { rowsAt, rowsOfEpisodes } from './many-rows.ts'
import type { PlacementRow } from './rows.ts'

/** What a transaction has to be over that places notes. */
export function tablesOfPlaces(): Table[] {
  const { annotations, placements, shelves, episodeBlocks } = database
  return [annotations, placements, shelves, episodeBlocks]
}

/** Whether a podcast has notes at all, which most have not: one count, before the many of its episodes are asked about. */
export async function hasNotes(podcastSlug: string): Promise<boolean> {
  return (await database.annotations.where('episodeId').startsWith(`${podcastSlug}/`).count()) > 0
}

/**
 * Finds where the notes of these episodes are now, deleted ones among them, which may come back. To be called once the episodes or
 * the notes are written, in the same transaction (`tablesOfPlaces`): so places are never older than either, whenever the machine
 * stops. Only what changed is written; a note that stands where it was made has no row.
 */
export async function placeNotes(episodeIds: readonly EpisodeId[], nowIso: string): Promise<void> {
  const { annotations, placements } = database
  if (episodeIds.length === 0) return
  const notes = [...(await rowsOfEpisodes(annotations, episodeIds)).values()].flat()
  if (notes.length === 0) return
  const noted = [...new Set(notes.map(({ episodeId }) => episodeId))]
  const [placed, states] = await Promise.all([rowsOfEpisodes(placements, noted), statesOfEpisodes(noted)])
  await writePlaces({ notes, states, placed: [...placed.values()].flat(), nowIso })
}

/**
 * The same of notes that were just written, where nothing else changed: neither they nor the others of their episodes are read.
 */
export async function placeWritten(notes: readonly AnnotationRow[], nowIso: string): Promise<void> {
  const states = await statesOfEpisodes([...new Set(notes.map(({ episodeId }) => episodeId))])
  const known = notes.filter(({ episodeId }) => states.has(episodeId))
  if (known.length === 0) return
  const ids = known.map(({ id }) => id)
  const placed = (await rowsAt(database.placements, ids)).filter((row) => row !== undefined)
  await writePlaces({ notes: known, states, placed, nowIso })
}

type Places = {
  notes: readonly AnnotationRow[]
  states: ReadonlyMap<EpisodeId, readonly [EpisodeState, ...EpisodeState[]]>
  /** Where they were found before; what else is among them has no note any more, and goes. */
  placed: readonly PlacementRow[]
  nowIso: string
}

async function writePlaces({ notes, states, placed, nowIso }: Places): Promise<void> {
  const { placements } = database
  const before = new Map(placed.map((row) => [row.id, row]))
  const found = notes.flatMap((note): PlacementRow[] => {
    const ofEpisode = states.get(note.episodeId)
    // Of an episode that is not stored nothing is known that a note could follow: what was found last stays.
    if (ofEpisode === undefined) return [before.get(note.id)].filter((row) => row !== undefined)
    const row = placementOf(note, ofEpisode, before.get(note.id), nowIso)
    return row === null ? [] : [row]
  })
  const kept = new Set(found.map(({ id }) => id))
  const gone = placed.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const changed = found.filter((row) => before.get(row.id) !== row)
  if (gone.length > 0) await placements.bulkDelete(gone)
  if (changed.length > 0) await placements.bulkPut(changed)
}

function placementOf(
  { id, episodeId, anchor, context }: AnnotationRow,
  states: readonly [EpisodeState, ...EpisodeState[]],
  before: PlacementRow | undefined,
  nowIso: string,
): PlacementRow | null {
  const found = placeNote({ anchor, context }, states)
  if (found === null) return null
  const placedAt = before?.placement.placedAt ?? nowIso
  const row: PlacementRow = { id, episodeId, ...found, placement: { ...found.placement, placedAt } }
  if (before === undefined) return row
  return isSame(before, row) ? before : { ...row, placement: { ...row.placement, placedAt: nowIso } }
}

async function statesOfEpisodes(ids: readonly EpisodeId[]) {
  const [rows, details] = await Promise.all([episodeRowsOf(ids), detailsOf(ids)])
  return new Map(
    rows.flatMap((row) => {
      const found = details.get(row.id)
      if (found === undefined) return []
      const { title, podcastTitle, durationSeconds } = row
      const { chapters, highlights, changes } = found
      return [
        [row.id, statesOf({ title, podcastTitle, durationSeconds, chapters, highlights }, changes)] as const,
      ]
    }),
  )
}

function isSame(one: PlacementRow, other: PlacementRow): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
