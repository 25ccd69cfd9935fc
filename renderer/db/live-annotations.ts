import { placedNote } from '../../shared/anchoring/placed-note.ts'
import type { Annotation, AnnotationRow } from '../../shared/models/annotation.ts'
import { type Coalesced, coalesced } from './coalesced.ts'
import { database } from './database.ts'
import { followRows } from './follow-rows.ts'
import { rowsAt } from './many-rows.ts'
import { onceFewAreWritten } from './many-writes.ts'
import type { PlacementRow } from './rows.ts'

/** So many take about two milliseconds. */
const rowsAtOnce = 100

/** While an import writes, its notes are in the lists in the end, and at least so often until then. */
const longestWaitMs = 2000

/** Every note that is there, live, newest first; another list only when it says something else. */
export function liveAnnotations(): Coalesced<readonly Annotation[]> {
  const stored = followRows(database.annotations, rowsAtOnce, (keys) => rowsAt(database.annotations, keys))
  const placed = followRows(database.placements, rowsAtOnce, (keys) => rowsAt(database.placements, keys))
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
    const rows = await rowsAt(database.annotations, ids)
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

  function untilFewAreWritten(): Promise<void> | null {
    return stored.areManyBehind() ? onceFewAreWritten(longestWaitMs) : null
  }

  return coalesced(read, onChange, 0, untilFewAreWritten)
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

/** Both in the order of their ids, one is laid into the other: sorting 20,000 anew would hold up the page with each of many commits. */
function withMany(
  notes: readonly Annotation[],
  changed: ReadonlyMap<string, Annotation | null>,
): readonly Annotation[] {
  const merged: Annotation[] = []
  let at = 0
  for (const [id, now] of [...changed].sort(([one], [other]) => (one < other ? 1 : -1))) {
    for (let note = notes[at]; note !== undefined && note.id >= id; note = notes[at]) {
      if (note.id !== id) merged.push(note)
      at += 1
    }
    if (now !== null) merged.push(now)
  }
  return merged.concat(notes.slice(at))
}
