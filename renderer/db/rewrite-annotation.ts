import type { NoteChange } from '../../shared/annotations/edits.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { changedNote } from './annotation-edits.ts'
import { database } from './database.ts'
import { writeOver } from './transaction-changes.ts'

/** The note that was to be changed is another by now. */
class OtherNote extends Error {}

/**
 * Changes the words of a note of which no further version is to be kept, where it is still as `known` says, which is what an earlier
 * change gave. It is sent to the second home while the database still writes it; `flushed` tells when it is there, which may be sooner
 * than the database is done. `null`, and nothing is
 * changed, when the note is another by now.
 */
export async function rewriteAnnotation(
  known: Annotation,
  change: NoteChange,
  flushed: () => void = () => {},
): Promise<Annotation | null> {
  const { annotations } = database
  const note = changedNote(known, change, Date.now())
  try {
    await database.transaction('rw', annotations, async () => {
      const isRight = annotations.get(known.id).then((found) => found?.updatedAt === known.updatedAt)
      writeOver('annotations', known.id, known, { isRight, flushed })
      const [isSame] = await Promise.all([isRight, annotations.put(note)])
      if (!isSame) throw new OtherNote()
    })
    return note
  } catch (error) {
    if (error instanceof OtherNote) return null
    throw error
  }
}
