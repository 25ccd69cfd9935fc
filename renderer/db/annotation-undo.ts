import { stands } from '../../shared/annotations/edits.ts'
import type { AnnotationEdit, EditAct } from '../../shared/models/annotation-edit.ts'
import { applied, inTransaction, notesWith } from './annotation-edits.ts'
import { database } from './database.ts'

/** Enough to walk back through an evening. */
const mostActs = 200

/** What was taken back, and of which notes. */
export type UndoneEdit = { act: EditAct; editId: string; noteIds: string[] }

/**
 * Takes back the last act on notes that is still to be seen, of this run of the app or an earlier one; `null` when there is
 * none. One that was overtaken, such as a deletion already taken back from its notice, is passed over.
 */
export async function undoLastEdit(): Promise<UndoneEdit | null> {
  return inTransaction('places too', async () => {
    const takenBack = new Set<string>()
    const newest = database.annotationEdits.orderBy(':id').reverse().limit(mostActs)
    for (const id of await newest.primaryKeys()) {
      const edit = takenBack.has(id) ? undefined : await database.annotationEdits.get(id)
      if (edit === undefined) continue
      if (edit.undoes !== null) {
        takenBack.add(edit.undoes)
        continue
      }
      const undone = await undo(edit)
      if (undone !== null) return undone
    }
    return null
  })
}

/** Takes back that act, as its notice offers; `null` when nothing of it is left to take back. */
export async function undoEdit(editId: string): Promise<UndoneEdit | null> {
  return inTransaction('places too', async () => {
    const edit = await database.annotationEdits.get(editId)
    return edit === undefined ? null : undo(edit)
  })
}

async function undo({ id, act, annotationIds, befores }: AnnotationEdit): Promise<UndoneEdit | null> {
  const notes = new Map((await notesWith(annotationIds)).map((note) => [note.id, note]))
  const changes = annotationIds.flatMap((annotationId, index) => {
    const [note, before] = [notes.get(annotationId), befores[index]]
    if (note === undefined || before === undefined || !stands(note, before)) return []
    return [{ note, change: before }]
  })
  const done = await applied('undone', id, changes)
  return done === null ? null : { act, editId: id, noteIds: done.notes.map((note) => note.id) }
}
