import type { Annotation } from '../../shared/models/annotation.ts'
import { stampAfter } from '../../shared/models/stamp.ts'
import { database } from './database.ts'

type NoteChange =
  | { kind: 'edited'; before: Annotation; after: Annotation }
  | { kind: 'deleted'; before: Annotation }

/** Enough to walk back through an evening; they live only while the app runs. */
const mostChanges = 100

const changes: NoteChange[] = []

export function recordNoteChange(change: NoteChange): void {
  changes.push(change)
  if (changes.length > mostChanges) changes.shift()
}

/**
 * Takes back the last deletion or edit of a note and tells which; `null` when there is none left. A change
 * that was overtaken, such as a deletion already taken back from its notice, is passed over.
 */
export async function undoLastNoteChange(): Promise<NoteChange | null> {
  for (let change = changes.pop(); change !== undefined; change = changes.pop()) {
    if (await takenBack(change)) return change
  }
  return null
}

export function forgetNoteChanges(): void {
  changes.length = 0
}

async function takenBack(change: NoteChange): Promise<boolean> {
  return database.transaction('rw', database.annotations, async () => {
    const stored = await database.annotations.get(change.before.id)
    if (stored === undefined || !stillStands(change, stored)) return false
    await database.annotations.put({
      ...change.before,
      updatedAt: stampAfter(stored.updatedAt, Date.now()),
    })
    return true
  })
}

function stillStands(change: NoteChange, stored: Annotation): boolean {
  switch (change.kind) {
    case 'deleted':
      return stored.deletedAt !== null
    case 'edited':
      return stored.deletedAt === null && stored.body === change.after.body
  }
}
