import type { Annotation } from '../../shared/models/annotation.ts'

/** Whether a note is there for nothing but what becomes of its highlight: then its state is all there is to show. */
export function isOnlyTracked({ anchor, body, tags, starred, colour, tracking }: Annotation): boolean {
  if (tracking === null || anchor.kind !== 'highlight') return false
  return body.trim() === '' && tags.length === 0 && !starred && colour === null
}
