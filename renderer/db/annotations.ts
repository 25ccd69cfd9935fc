import { v7 as uuidV7 } from 'uuid'
import type { Anchor, Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
import { database } from './database.ts'
import { recordNoteChange } from './note-undo.ts'

export type NewAnnotation = {
  episodeId: EpisodeId
  anchor: Anchor
  /** Markdown. */
  body: string
  context: Annotation['context']
  /** The draft it was written as, which goes in the same transaction. */
  draftKey?: string
}

/** In the order of their time; those without one, by when they were made, after them. */
export async function annotationsOf(episodeId: EpisodeId): Promise<Annotation[]> {
  const rows = await database.annotations.where('episodeId').equals(episodeId).toArray()
  return rows.filter(isPresent).sort(byTime)
}

/** Newest first. */
export async function allAnnotations(): Promise<Annotation[]> {
  const rows = await database.annotations.toArray()
  // Their ids are UUID v7, which sort by when they were made.
  return rows.filter(isPresent).sort((one, other) => (one.id < other.id ? 1 : -1))
}

/** Of those that are not deleted, without reading them. */
export async function countAnnotations(): Promise<number> {
  const [all, deleted] = await Promise.all([
    database.annotations.count(),
    database.annotations.where('deletedAt').above('').count(),
  ])
  return all - deleted
}

export async function writeAnnotation(given: NewAnnotation): Promise<Annotation> {
  const now = new Date().toISOString()
  const annotation: Annotation = {
    id: uuidV7(),
    episodeId: given.episodeId,
    anchor: given.anchor,
    body: given.body,
    context: given.context,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  const { draftKey } = given
  await database.transaction('rw', database.annotations, database.drafts, async () => {
    await database.annotations.add(annotation)
    if (draftKey !== undefined) await database.drafts.delete(draftKey)
  })
  return annotation
}

/** The note as it is now; `null` when there is none of that id, or it was deleted. */
export async function changeAnnotation(id: string, body: string): Promise<Annotation | null> {
  const change = await changed(id, (before) => (before.deletedAt === null ? { ...before, body } : null))
  if (change === null) return null
  if (change.before.body !== body)
    recordNoteChange({ kind: 'edited', before: change.before, after: change.after })
  return change.after
}

/** Marks it as deleted; the row stays, so that it can be brought back and other machines can learn of it. */
export async function deleteAnnotation(id: string): Promise<Annotation | null> {
  const change = await changed(id, (before) =>
    before.deletedAt === null ? { ...before, deletedAt: new Date().toISOString() } : null,
  )
  if (change === null) return null
  recordNoteChange({ kind: 'deleted', before: change.before })
  return change.after
}

/** Brings a deleted note back as it was; `null` when there is nothing to bring back. */
export async function restoreAnnotation(id: string): Promise<Annotation | null> {
  const change = await changed(id, (before) =>
    before.deletedAt === null ? null : { ...before, deletedAt: null },
  )
  return change?.after ?? null
}

type Change = { before: Annotation; after: Annotation }

async function changed(id: string, next: (before: Annotation) => Annotation | null): Promise<Change | null> {
  return database.transaction('rw', database.annotations, async () => {
    const before = await database.annotations.get(id)
    if (before === undefined) return null
    const wanted = next(before)
    if (wanted === null) return null
    // Also a change that is taken back is a change: of two copies of a note, the one changed last is right.
    const after = { ...wanted, updatedAt: stampAfter(before.updatedAt, Date.now()) }
    await database.annotations.put(after)
    return { before, after }
  })
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
