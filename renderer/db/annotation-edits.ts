import { v7 as uuidV7 } from 'uuid'
import { type NoteChange, replacedBy } from '../../shared/annotations/edits.ts'
import { type Annotation, annotationOf } from '../../shared/models/annotation.ts'
import type { AnnotationEdit, BeforeEdit, EditAct } from '../../shared/models/annotation-edit.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
import { database } from './database.ts'
import { type Along, inParts, unaccompanied } from './in-parts.ts'
import { latestOf } from './latest-import.ts'
import { rowsAt } from './many-rows.ts'
import { placeNotes, tablesOfPlaces } from './place-notes.ts'
import type { AnnotationEditRow } from './rows.ts'

/** What was done, and by which act it can be taken back. */
type DoneEdit = { editId: string; notes: Annotation[] }
/** The same of many notes; `count` of them were changed. */
export type DoneMany = { editId: string; count: number }
/** What an act is, beside what it changes. */
type ActKind = Pick<AnnotationEditRow, 'act' | 'undoes'> & { partOf: string | null }

/** A note's own versions: so many of them stay, and so many characters, but always a few. */
const [mostVersions, fewestVersions, mostCharacters] = [100, 5, 4_000_000]

/**
 * Changes notes as one act that can be undone. `change` gives what becomes of each one; `null`, or what it is already, leaves it
 * as it is. Deleted ones are passed over. Very many are written in parts, of which those that were written stay when it is ended
 * or the disk refuses another. `null` when nothing came of it.
 */
export async function changeAnnotations(
  ids: readonly string[],
  act: EditAct,
  change: (note: Annotation) => NoteChange | null,
  along: Along = unaccompanied,
): Promise<DoneMany | null> {
  let done: DoneMany | null = null
  await inParts(ids, along, async (some) => {
    const kind = { act, undoes: null, partOf: done?.editId ?? null }
    const part = await inTransaction('places too', async () => {
      const notes = (await notesWith(some)).filter((note) => note.deletedAt === null)
      return applied(
        kind,
        notes.flatMap((note) => {
          const wanted = change(note)
          return wanted === null ? [] : [{ note, change: wanted }]
        }),
      )
    })
    done = withPart(done, part)
  })
  return done
}

/** An act by its first part. */
export function withPart(done: DoneMany | null, part: DoneEdit | null): DoneMany | null {
  if (part === null) return done
  return { editId: done?.editId ?? part.editId, count: (done?.count ?? 0) + part.notes.length }
}

/** Marks them as deleted; the rows stay, so that they can be brought back and other machines can learn of it. */
export async function deleteAnnotations(
  ids: readonly string[],
  along: Along = unaccompanied,
): Promise<DoneMany | null> {
  const deletedAt = new Date().toISOString()
  return changeAnnotations(ids, 'deleted', () => ({ deletedAt }), along)
}

/**
 * Changes one note that is being worked on. `sitting` is the act that earlier changes of the same sitting are; they are one
 * version together, which holds what `fields` of the note were before. `null` when there is no such note, or it was deleted.
 */
export async function editAnnotation(
  id: string,
  sitting: string | null,
  change: NoteChange,
): Promise<{ note: Annotation; editId: string | null; fields: string[] } | null> {
  return inTransaction(scopeOf(change), async () => {
    const note = (await notesWith([id]))[0]
    if (note === undefined || note.deletedAt !== null) return null
    const edit = sitting === null ? undefined : await database.annotationEdits.get(sitting)
    const known = edit?.annotationIds.length === 1 && edit.annotationIds[0] === id ? edit : undefined
    const before = replacedBy(note, change)
    if (known === undefined) {
      const done = await applied({ act: 'edited', undoes: null, partOf: null }, [{ note, change }])
      return {
        note: done?.notes[0] ?? note,
        editId: done?.editId ?? null,
        fields: Object.keys(before ?? {}),
      }
    }
    const held = known.befores[0] ?? {}
    if (before === null) return { note, editId: known.id, fields: Object.keys(held) }
    const all = { ...before, ...held }
    const fields = Object.keys(all)
    if (fields.length > Object.keys(held).length) {
      const { createdAt, updatedAt, ...row } = known
      await database.annotationEdits.put({ ...row, befores: [all] })
    }
    const [changed] = await putNotes([{ note, change }])
    return { note: changed ?? note, editId: known.id, fields }
  })
}

/** Changes a note that is being written for the first time, of which no version is worth keeping yet. */
export async function growAnnotation(id: string, change: NoteChange): Promise<{ note: Annotation } | null> {
  return inTransaction(scopeOf(change), async () => {
    const [note] = await notesWith([id])
    if (note === undefined || note.deletedAt !== null) return null
    if (replacedBy(note, change) === null) return { note }
    const [changed] = await putNotes([{ note, change }])
    return { note: changed ?? note }
  })
}

/** Applies changes to notes as one act, within a transaction over both tables. */
export async function applied(
  { act, undoes, partOf }: ActKind,
  changes: readonly { note: Annotation; change: NoteChange }[],
): Promise<DoneEdit | null> {
  const real = changes.flatMap((each) => {
    const before = replacedBy(each.note, each.change)
    return before === null ? [] : [{ ...each, before }]
  })
  if (real.length === 0) return null
  const edit: AnnotationEditRow = {
    id: uuidV7(),
    act,
    undoes,
    annotationIds: real.map(({ note }) => note.id),
    befores: real.map(({ before }) => before),
    ...(partOf === null ? {} : { partOf }),
  }
  await database.annotationEdits.add(edit)
  const notes = await putNotes(real)
  const [only] = real
  if (real.length === 1 && only !== undefined) await thinOut(only.note.id, only.before)
  return { editId: edit.id, notes }
}

/** Every act on that note, newest first. */
export async function editsOf(annotationId: string): Promise<AnnotationEdit[]> {
  const edits = await database.annotationEdits.where('annotationIds').equals(annotationId).toArray()
  return edits.sort((one, other) => (one.id < other.id ? 1 : -1))
}

/** Words are written without the episodes, which a sync may be writing at the time. */
type Scope = 'words only' | 'places too'

function scopeOf({ anchor, context, placement }: NoteChange): Scope {
  return anchor === undefined && context === undefined && placement === undefined
    ? 'words only'
    : 'places too'
}

export function inTransaction<Value>(scope: Scope, work: () => Promise<Value>): Promise<Value> {
  const { annotations, annotationEdits } = database
  const tables = scope === 'words only' ? [annotations] : tablesOfPlaces()
  return database.transaction('rw', [...tables, annotationEdits], work)
}

/** Those that are there, deleted ones among them. */
export async function notesWith(ids: readonly string[]): Promise<Annotation[]> {
  const rows = await rowsAt(database.annotations, ids)
  return rows.filter((row) => row !== undefined).map(annotationOf)
}

async function putNotes(changes: readonly { note: Annotation; change: NoteChange }[]): Promise<Annotation[]> {
  const nowMs = Date.now()
  const rows = changes.map(({ note, change }) => changedNote(note, change, nowMs))
  await database.annotations.bulkPut(rows)
  const moved = changes.filter(({ change }) => scopeOf(change) === 'places too')
  const episodeIds = new Set(moved.map(({ note }) => note.episodeId))
  if (episodeIds.size > 0) await placeNotes([...episodeIds], new Date(nowMs).toISOString())
  return rows.map(annotationOf)
}

/** Also a change that is taken back is a change: of two copies of a note, the one changed last is right. */
export function changedNote(note: Annotation, change: NoteChange, nowMs: number): Annotation {
  return { ...note, ...change, updatedAt: stampAfter(latestOf(note), nowMs) }
}

/** Lets the oldest versions of a note go that has very many or very large ones. What was done to many notes at once is small. */
async function thinOut(annotationId: string, { body = '' }: BeforeEdit): Promise<void> {
  const ids = await database.annotationEdits.where('annotationIds').equals(annotationId).primaryKeys()
  const most = Math.min(mostVersions, Math.max(fewestVersions, Math.floor(mostCharacters / body.length)))
  if (ids.length <= most) return
  const oldest = await database.annotationEdits.bulkGet(ids.sort().slice(0, ids.length - most))
  const own = oldest.filter((edit) => edit?.annotationIds.length === 1 && edit.partOf === undefined)
  await database.annotationEdits.bulkDelete(own.flatMap((edit) => edit?.id ?? []))
}
