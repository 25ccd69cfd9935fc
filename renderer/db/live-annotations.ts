import { placedNote } from '../../shared/anchoring/placed-note.ts'
import type { Annotation, AnnotationRow } from '../../shared/models/annotation.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'
import type { PlacementRow } from './rows.ts'

/** So many take about two milliseconds. */
const rowsAtOnce = 100

/** Every note that is there, live, newest first; another list only when it says something else. */
export function liveAnnotations(): Coalesced<readonly Annotation[]> {
  const stored = followRows(database.annotations, rowsAtOnce)
  const placed = followRows(database.placements, rowsAtOnce)
  const places = new Map<string, PlacementRow>()
  /** Notes that are to be read again because their place changed. */
  const moved = new Set<string>()
  let notes: readonly Annotation[] = []

  async function read(): Promise<readonly Annotation[]> {
    const changed = new Map<string, Annotation | null>()
    await placed.catchUp((id, place) => {
      if (place === undefined) places.delete(id)
      else places.set(id, place)
      moved.add(id)
    })
    const ids = [...moved]
    const rows = await database.annotations.bulkGet(ids)
    for (const [index, id] of ids.entries()) changed.set(id, noteOf(rows[index]))
    await stored.catchUp((id, row) => {
      changed.set(id, noteOf(row))
    })
    for (const id of ids) moved.delete(id)
    if (changed.size > 0) notes = withChanges(notes, changed)
    return notes
  }

  function noteOf(row: AnnotationRow | undefined): Annotation | null {
    return row === undefined || row.deletedAt !== null ? null : placedNote(row, places.get(row.id))
  }

  function onChange(hear: () => void): () => void {
    const stops = [stored.onChange(hear), placed.onChange(hear)]
    return () => {
      for (const stop of stops) stop()
    }
  }

  return coalesced(read, onChange, 0)
}

/** With more changes than this, going through all notes is quicker. */
const few = 50

/** Ids are UUID v7, which sort by when they were made. */
function withChanges(
  notes: readonly Annotation[],
  changed: ReadonlyMap<string, Annotation | null>,
): readonly Annotation[] {
  return changed.size > few ? withMany(notes, changed) : withFew(notes, changed)
}

/** A note is written with each key: that must not cost going through 20,000 others. */
function withFew(
  notes: readonly Annotation[],
  changed: ReadonlyMap<string, Annotation | null>,
): readonly Annotation[] {
  const list = notes.slice()
  for (const [id, now] of changed) {
    const index = placeOf(list, id)
    const isThere = list[index]?.id === id
    list.splice(index, isThere ? 1 : 0, ...(now === null ? [] : [now]))
  }
  return list
}

/** Where the note of that id is, or belongs. */
function placeOf(newestFirst: readonly Annotation[], id: string): number {
  let [low, high] = [0, newestFirst.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((newestFirst[middle]?.id ?? '') > id) low = middle + 1
    else high = middle
  }
  return low
}

function withMany(
  notes: readonly Annotation[],
  changed: ReadonlyMap<string, Annotation | null>,
): readonly Annotation[] {
  const kept = notes.filter((note) => !changed.has(note.id))
  const now = [...changed.values()].filter((note) => note !== null)
  return [...kept, ...now].sort((one, other) => (one.id < other.id ? 1 : -1))
}
