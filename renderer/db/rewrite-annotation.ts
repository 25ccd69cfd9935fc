import type { NoteChange } from '../../shared/annotations/edits.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { changedNote } from './annotation-edits.ts'
import { database } from './database.ts'
import { transactionsBegun, writeOver } from './transaction-changes.ts'

/** The note that was to be changed is another by now. */
class OtherNote extends Error {}

/** A change that says it was made a minute ago is near enough; one of last week is not. */
const longestBehindMs = 60_000

/** Which transaction a note was written by here: while no other has begun since, it is what stands there. */
const begunBy = new WeakMap<Annotation, number>()

/**
 * Changes the words of a note of which no further version is to be kept, where it is still as `known` says, which is what a change a
 * moment ago gave. It is sent to the second home while the database still reads and writes; `flushed` tells when it is there and all is
 * as it should be, which may be before the database is done. `null`, and nothing is changed, when the note is another by now, or was
 * changed too long ago.
 *
 * What is sent before it is known what stands there must not win over it. So it is stamped with the very next instant after the change
 * it was typed over: whatever else became of the note since then is later, unless that was within the same thousandth of a second.
 */
export async function rewriteAnnotation(
  known: Annotation,
  change: NoteChange,
  flushed: () => void = () => {},
): Promise<Annotation | null> {
  const note = changedNote(known, change, 0)
  const behindMs = Date.now() - Date.parse(note.updatedAt)
  // At the same instant, or by a clock that was set back, another change may have been made that is no later.
  if (behindMs < 1 || behindMs > longestBehindMs) return null
  const { annotations } = database
  const isUndisturbed = begunBy.get(known) === transactionsBegun()
  let begun = 0
  try {
    await database.transaction('rw', annotations, async () => {
      begun = transactionsBegun()
      const isRight = annotations.get(known.id).then((found) => found?.updatedAt === known.updatedAt)
      writeOver('annotations', known.id, known, { isRight, isSure: isUndisturbed || isRight, flushed })
      const [isSame] = await Promise.all([isRight, annotations.put(note)])
      if (!isSame) throw new OtherNote()
    })
    begunBy.set(note, begun)
    return note
  } catch (error) {
    if (error instanceof OtherNote) return null
    throw error
  }
}
