import type { NoteChange } from '../../shared/annotations/edits.ts'
import type { Annotation } from '../../shared/models/annotation.ts'
import { compareStamps, stampAfter } from '../../shared/models/stamp.ts'
import { changedNote } from './annotation-edits.ts'
import { database } from './database.ts'
import { writeOver } from './transaction-changes.ts'

/** The note that was to be changed is another by now. */
class OtherNote extends Error {}

/**
 * Changes the words of a note of which no further version is to be kept, where it is still as `known` says, which is what an earlier
 * change gave. It is sent to the second home while it is written, since nothing has to be read before, and `flushed` tells when it is
 * there, which may be sooner than the database is done. `null`, and nothing is
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
      const standing = annotations.get(known.id)
      writeOver('annotations', known.id, known, flushed)
      const [found] = await Promise.all([standing, annotations.put(note)])
      if (found?.updatedAt !== known.updatedAt) throw new OtherNote()
    })
    return note
  } catch (error) {
    if (!(error instanceof OtherNote)) throw error
    await sayAgain(note)
    return null
  }
}

/** The second home was told of a note that never came to be: what stands here instead is told it again, as what is later. */
async function sayAgain(told: Annotation): Promise<void> {
  const { annotations } = database
  await database.transaction('rw', annotations, async () => {
    const standing = await annotations.get(told.id)
    if (standing === undefined) {
      await annotations.put(told)
      await annotations.delete(told.id)
      return
    }
    const later = compareStamps(standing.updatedAt, told.updatedAt) > 0 ? standing : told
    await annotations.put({ ...standing, updatedAt: stampAfter(later.updatedAt, Date.now()) })
  })
}
