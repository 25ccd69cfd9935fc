import { v7 as uuidV7 } from 'uuid'
import { placedNote } from '../../shared/anchoring/placed-note.ts'
import {
  type Annotation,
  type AnnotationContent,
  type AnnotationRow,
  annotationOf,
} from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { rowsOfEpisodes } from './many-rows.ts'
import type { PlacementRow } from './rows.ts'

export type NewAnnotation = Pick<AnnotationContent, 'anchor' | 'context' | 'body'> &
  Partial<AnnotationContent> & {
    episodeId: EpisodeId
    /** UUID v7; made here when absent. */
    id?: string
    /** The draft of an older version that it was written as, which goes in the same transaction. */
    draftKey?: string
  }

/** In the order of their time; those without one, by when they were made, after them. */
export async function annotationsOf(episodeId: EpisodeId): Promise<Annotation[]> {
  const { annotations, placements } = database
  const [rows, found] = await Promise.all([
    annotations.where('episodeId').equals(episodeId).toArray(),
    placements.where('episodeId').equals(episodeId).toArray(),
  ])
  return placed(rows, found).filter(isPresent).sort(byTime)
}

/** The same of several episodes; one that has none is left out. `read` are rows of notes, by whoever has read them, deleted ones among them. */
export async function annotationsOfEach(
  episodeIds: readonly EpisodeId[],
  read: ReadonlyMap<EpisodeId, readonly AnnotationRow[]> | null = null,
): Promise<ReadonlyMap<EpisodeId, Annotation[]>> {
  const [rows, found] = await Promise.all([
    read ?? rowsOfEpisodes(database.annotations, episodeIds),
    rowsOfEpisodes(database.placements, episodeIds),
  ])
  return new Map(
    episodeIds.flatMap((id): [EpisodeId, Annotation[]][] => {
      const ofOne = rows.get(id)
      if (ofOne === undefined) return []
      return [
        [
          id,
          placed(ofOne, found.get(id) ?? [])
            .filter(isPresent)
            .sort(byTime),
        ],
      ]
    }),
  )
}

/** Newest first. */
export async function allAnnotations(): Promise<Annotation[]> {
  const [rows, found] = await Promise.all([database.annotations.toArray(), database.placements.toArray()])
  // Their ids are UUID v7, which sort by when they were made.
  return placed(rows, found)
    .filter(isPresent)
    .sort((one, other) => (one.id < other.id ? 1 : -1))
}

/** `null` when there is none of that id, or it was deleted. */
export async function annotationWith(id: string): Promise<Annotation | null> {
  return (await annotationsWith([id]))[0] ?? null
}

/** The same as the person made it, wherever it was found since. */
export async function madeAnnotationWith(id: string): Promise<Annotation | null> {
  const row = await database.annotations.get(id)
  return row === undefined || row.deletedAt !== null ? null : annotationOf(row)
}

/** Those that are there, in the order of `ids`. */
export async function annotationsWith(ids: readonly string[]): Promise<Annotation[]> {
  const [rows, found] = await Promise.all([
    database.annotations.bulkGet([...ids]),
    database.placements.bulkGet([...ids]),
  ])
  return placed(rows.filter(isThere), found.filter(isThere)).filter(isPresent)
}

/** Of those that are not deleted, without reading them. */
export async function countAnnotations(): Promise<number> {
  const [all, deleted] = await Promise.all([
    database.annotations.count(),
    database.annotations.where('deletedAt').above('').count(),
  ])
  return all - deleted
}

/** A note of an id that is there already is not written again: so it never becomes two. */
export async function writeAnnotation({ id, draftKey, ...given }: NewAnnotation): Promise<Annotation> {
  const now = new Date().toISOString()
  const annotation: Annotation = {
    tags: [],
    starred: false,
    colour: null,
    tracking: null,
    placement: null,
    ...given,
    id: id ?? uuidV7(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  await database.transaction('rw', database.annotations, database.drafts, async () => {
    await database.annotations.add(annotation)
    if (draftKey !== undefined) await database.drafts.delete(draftKey)
  })
  return annotation
}

/** Of one that says nothing, and so is not worth undoing. */
export async function removeAnnotation(id: string): Promise<void> {
  await database.annotations.delete(id)
}

function placed(rows: readonly AnnotationRow[], found: readonly PlacementRow[]): Annotation[] {
  const byId = new Map(found.map((each) => [each.id, each]))
  return rows.map((row) => placedNote(row, byId.get(row.id)))
}

function isThere<Row>(row: Row | undefined): row is Row {
  return row !== undefined
}

function isPresent(annotation: Annotation): boolean {
  return annotation.deletedAt === null
}

function byTime(one: Annotation, other: Annotation): number {
  const oneSeconds = one.anchor.startSeconds ?? Number.POSITIVE_INFINITY
  const otherSeconds = other.anchor.startSeconds ?? Number.POSITIVE_INFINITY
  if (oneSeconds !== otherSeconds) return oneSeconds < otherSeconds ? -1 : 1
  return one.id < other.id ? -1 : 1
}
