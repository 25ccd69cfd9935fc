import { canonicalJson } from '../../shared/kept/canonical-json.ts'
import type { AnnotationContent } from '../../shared/models/annotation.ts'

/** What is changed in the editor. */
export type EditedContent = Pick<
  AnnotationContent,
  'anchor' | 'body' | 'tags' | 'starred' | 'colour' | 'tracking'
>

export function contentOf({ anchor, body, tags, starred, colour, tracking }: EditedContent): EditedContent {
  return { anchor, body, tags, starred, colour, tracking }
}

/** Nothing but a place, which is not worth a note. */
export function saysNothing({ body, tags, starred, colour, tracking }: EditedContent): boolean {
  return body.trim() === '' && tags.length === 0 && !starred && colour === null && tracking === null
}

export function areSame(one: EditedContent | null, other: EditedContent | null): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
