import type { EpisodeState } from '../../../shared/anchoring/episode-state.ts'
import { noteContext } from '../../../shared/anchoring/note-context.ts'
import { type AnnotationRow, annotationRowSchema } from '../../../shared/models/annotation.ts'
import { elsewherePrefix } from '../../../shared/models/elsewhere.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { stampAfter } from '../../../shared/models/stamp.ts'
import { database } from '../../db/database.ts'
import { placeNotes, tablesOfPlaces } from '../../db/place-notes.ts'
import { findEpisodes } from '../matching/find-episodes.ts'
import { wantedKey } from '../matching/wanted-episode.ts'
import type { ForeignEpisode } from '../reading/foreign-note.ts'
import { episodeStates } from './episodes-here.ts'
import { placementOf } from './imported-row.ts'

const atOnce = 200

/** Imported notes of episodes that the library did not have are tied to those that it has by now. Gives how many. */
export async function tieNotes(serviceAddress: string): Promise<number> {
  const waiting = await waitingNotes()
  const found = await findEpisodes(waiting.map(wantedEpisode), serviceAddress)
  const matched = waiting.flatMap((row) => {
    const match = found.get(wantedKey(wantedEpisode(row)))
    return match === undefined ? [] : [{ id: row.id, episodeId: match.id }]
  })
  const states = await episodeStates(matched.map(({ episodeId }) => episodeId))
  let count = 0
  for (let at = 0; at < matched.length; at += atOnce)
    count += await tieSome(matched.slice(at, at + atOnce), states)
  return count
}

async function waitingNotes(): Promise<AnnotationRow[]> {
  const rows = await database.annotations.where('episodeId').startsWith(elsewherePrefix).toArray()
  return rows.filter((row) => row.deletedAt === null && annotationRowSchema.safeParse(row).success)
}

function wantedEpisode({ context, origin }: AnnotationRow): ForeignEpisode {
  return {
    title: context.episodeTitle,
    podcastTitle: context.podcastTitle,
    addresses: origin?.addresses ?? [],
    feedUrl: origin?.feedUrl ?? null,
    publishedOn: origin?.publishedOn ?? null,
    durationSeconds: context.durationSeconds,
  }
}

/**
 * As a change that is later by a millisecond than the last one, whenever it is done: whatever a person did to the note on another
 * computer meanwhile is later still and holds, and two computers that tie the same note write the same.
 */
async function tieSome(
  notes: readonly { id: string; episodeId: EpisodeId }[],
  states: ReadonlyMap<EpisodeId, EpisodeState>,
): Promise<number> {
  const { annotations, importUndo, unsent, tombstones } = database
  return database.transaction('rw', [...tablesOfPlaces(), importUndo, unsent, tombstones], async () => {
    const rows = await annotations.bulkGet(notes.map(({ id }) => id))
    const tied = rows.flatMap((row, index): { before: AnnotationRow; after: AnnotationRow }[] => {
      const episodeId = notes[index]?.episodeId
      const state = episodeId === undefined ? undefined : states.get(episodeId)
      if (row === undefined || episodeId === undefined || state === undefined) return []
      return row.deletedAt !== null || !row.episodeId.startsWith(elsewherePrefix)
        ? []
        : [{ before: row, after: tiedTo(row, episodeId, state) }]
    })
    await annotations.bulkPut(tied.map(({ after }) => after))
    await placeNotes([...new Set(tied.map(({ after }) => after.episodeId))], new Date().toISOString())
    await keepUndoable(tied)
    return tied.length
  })
}

function tiedTo(row: AnnotationRow, episodeId: EpisodeId, state: EpisodeState): AnnotationRow {
  const context = noteContext(state, row.anchor.startSeconds ?? null)
  const { anchor } = row
  return {
    ...row,
    episodeId,
    context,
    placement:
      row.placement == null ? null : placementOf({ anchor, context }, state, Date.parse(row.createdAt)),
    updatedAt: stampAfter(row.updatedAt, 0),
  }
}

/** No person changed it: an import that is undone takes it back as well. */
async function keepUndoable(tied: readonly { before: AnnotationRow; after: AnnotationRow }[]): Promise<void> {
  const stamps = new Map(
    tied.map(({ before, after }) => [before.id, { was: before.updatedAt, is: after.updatedAt }]),
  )
  await database.importUndo.toCollection().modify((entry) => {
    for (const row of entry.rows) {
      const stamp = row.kind === 'annotations' ? stamps.get(row.key) : undefined
      if (stamp?.was === row.writtenAt) row.writtenAt = stamp.is
    }
  })
}
