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

/** What a person changed of it, and that alone: the rest may have become another one meanwhile, by a sync or in another view. */
export function changedIn(before: EditedContent, after: EditedContent): Partial<EditedContent> {
  return {
    ...(isSame(before.anchor, after.anchor) ? {} : { anchor: after.anchor }),
    ...(before.body === after.body ? {} : { body: after.body }),
    ...(isSame(before.tags, after.tags) ? {} : { tags: after.tags }),
    ...(before.starred === after.starred ? {} : { starred: after.starred }),
    ...(before.colour === after.colour ? {} : { colour: after.colour }),
    ...(isSame(before.tracking, after.tracking) ? {} : { tracking: after.tracking }),
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
