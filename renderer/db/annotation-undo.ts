import { stands } from '../../shared/annotations/edits.ts'
import type { AnnotationEdit, EditAct } from '../../shared/models/annotation-edit.ts'
import { applied, type DoneMany, inTransaction, notesWith, withPart } from './annotation-edits.ts'
import { database } from './database.ts'
import { type Along, unaccompanied } from './in-parts.ts'

/** Enough to walk back through an evening, also where many notes were changed, each time in many parts. */
const mostRows = 2000

/** What was taken back, and of which notes. */
export type UndoneEdit = { act: EditAct; editId: string; noteIds: string[] }

/**
 * Takes back the last act on notes that is still to be seen, of this run of the app or an earlier one; `null` when there is
 * none. One that was overtaken, such as a deletion already taken back from its notice, is passed over.
 */
export async function undoLastEdit(along: Along = unaccompanied): Promise<UndoneEdit | null> {
  const takenBack = new Set<string>()
  const newest = database.annotationEdits.orderBy(':id').reverse().limit(mostRows)
  for (const id of await newest.primaryKeys()) {
    const edit = takenBack.has(id) ? undefined : await database.annotationEdits.get(id)
    if (edit === undefined) continue
    if (edit.undoes !== null) {
      takenBack.add(edit.undoes)
      continue
    }
    const undone = await undoAct(edit, along)
    if (undone !== null) return undone
  }
  return null
}

/** Takes back that act, as its notice offers; `null` when nothing of it is left to take back. */
export async function undoEdit(editId: string, along: Along = unaccompanied): Promise<UndoneEdit | null> {
  const edit = await database.annotationEdits.get(editId)
  return edit === undefined ? null : undoAct(edit, along)
}

/**
 * All parts of an act, the last one first, each in a transaction of its own. What is taken back stays so if another part fails, and is
 * not taken back once more when the rest is: it may have been changed since.
 */
async function undoAct(edit: AnnotationEdit, { told, signal }: Along): Promise<UndoneEdit | null> {
  const first = edit.partOf ?? edit.id
  const later = await database.annotationEdits.where('partOf').equals(first).primaryKeys()
  const takenBack = later.length === 0 ? new Set() : await takenBackSince(first)
  const noteIds: string[] = []
  let done: DoneMany | null = null
  let seen = 0
  for (const id of [first, ...later].sort().reverse()) {
    if (signal.aborted) break
    if (takenBack.has(id)) continue
    const partOf: string | null = done?.editId ?? null
    // Dexie follows a transaction through awaits only where it knows that function for an async one.
    const [count, part] = await inTransaction('places too', async () => await undoPart(id, partOf))
    done = withPart(done, part)
    for (const { id: noteId } of part?.notes ?? []) noteIds.push(noteId)
    seen += count
    told(seen)
  }
  return done === null ? null : { act: edit.act, editId: first, noteIds }
}

/** Acts that were taken back after an act. Ids are in order of time. */
async function takenBackSince(editId: string): Promise<ReadonlySet<string | null>> {
  const undoing = database.annotationEdits.where(':id').above(editId)
  const rows = await undoing.filter(({ undoes }) => undoes !== null).toArray()
  return new Set(rows.map(({ undoes }) => undoes))
}

/** Gives how many notes it is about, and what was done to those of which it is still to be seen. */
async function undoPart(id: string, partOf: string | null) {
  const edit = await database.annotationEdits.get(id)
  if (edit === undefined) return [0, null] as const
  const { annotationIds, befores } = edit
  const notes = new Map((await notesWith(annotationIds)).map((note) => [note.id, note]))
  const changes = annotationIds.flatMap((annotationId, index) => {
    const [note, before] = [notes.get(annotationId), befores[index]]
    if (note === undefined || before === undefined || !stands(note, before)) return []
    return [{ note, change: before }]
  })
  return [annotationIds.length, await applied({ act: 'undone', undoes: id, partOf }, changes)] as const
}
