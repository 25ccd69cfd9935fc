import { type Annotation, annotationOf } from '../../shared/models/annotation.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'

/** So many take about two milliseconds. */
const rowsAtOnce = 100

/** Every note that is there, live, newest first; another list only when it says something else. */
export function liveAnnotations(): Coalesced<readonly Annotation[]> {
  const stored = followRows(database.annotations, rowsAtOnce)
  let notes: readonly Annotation[] = []

  async function read(): Promise<readonly Annotation[]> {
    const changed = new Map<string, Annotation | null>()
    await stored.catchUp((id, row) => {
      changed.set(id, row === undefined || row.deletedAt !== null ? null : annotationOf(row))
    })
    if (changed.size > 0) notes = withChanges(notes, changed)
    return notes
  }

  return coalesced(read, stored.onChange, 0)
}

/** Ids are UUID v7, which sort by when they were made. */
function withChanges(
  notes: readonly Annotation[],
  changed: Map<string, Annotation | null>,
): readonly Annotation[] {
  const kept = notes.flatMap((note) => {
    const now = changed.get(note.id)
    if (now === undefined) return [note]
    changed.delete(note.id)
    return now === null ? [] : [now]
  })
  const added = [...changed.values()].filter((note) => note !== null)
  if (added.length === 0) return kept
  added.sort((one, other) => (one.id < other.id ? 1 : -1))
  const isNewest = (added.at(-1)?.id ?? '') > (kept[0]?.id ?? '')
  return isNewest
    ? [...added, ...kept]
    : [...added, ...kept].sort((one, other) => (one.id < other.id ? 1 : -1))
}
