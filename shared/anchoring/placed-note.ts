import { canonicalJson } from '../kept/canonical-json.ts'
import { type Annotation, type AnnotationRow, annotationOf } from '../models/annotation.ts'
import type { Placement } from '../models/placement.ts'
import type { Made } from './guess.ts'

/** Where a note was found, as it lies beside the notes. */
export type FoundNote = Made & { placement: Placement }

/**
 * A stored note where it is now. What was found for another place than the note has, because the person placed it meanwhile,
 * counts for nothing; what they left as it is waits again only when something else is suggested.
 */
export function placedNote(row: AnnotationRow, found: FoundNote | undefined): Annotation {
  const note = annotationOf(row)
  const made = { ...note, placement: null }
  if (found === undefined || !isOf(found, row)) return made
  const left = note.placement?.how === 'left' ? note.placement : null
  if (
    found.placement.how === 'unplaced' &&
    left !== null &&
    isSame(left.suggestion, found.placement.suggestion)
  ) {
    return note
  }
  return { ...note, anchor: found.anchor, context: found.context, placement: found.placement }
}

function isOf({ placement: { was } }: FoundNote, { anchor, context }: Made): boolean {
  return isSame(was, { anchor, context })
}

type Suggestion = Placement['suggestion']

function isSame(one: Made | Suggestion, other: Made | Suggestion): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
