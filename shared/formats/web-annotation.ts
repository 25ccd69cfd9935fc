import type { Annotation } from '../models/annotation.ts'
import { noteLink } from './deep-link.ts'
import { timeFragment } from './media-fragment.ts'

/** What W3C's Web Annotation Data Model has of ours. */
export type WebAnnotation = {
  id: string
  type: 'Annotation'
  motivation: 'commenting' | 'highlighting'
  created: string
  modified: string
  body?: { type: 'TextualBody'; value: string; format: 'text/markdown'; purpose: 'commenting' }
  target: { type: 'SpecificResource'; source: string; scope?: string; selector: Selector[] }
}

type Selector =
  | { type: 'FragmentSelector'; conformsTo: 'http://www.w3.org/TR/media-frags/'; value: string }
  | { type: 'TextQuoteSelector'; exact: string }

/** What annotations are about: the audio where its address is known, else the episode's page or its link into Earmark. */
export type AnnotatedSource = {
  source: string
  /** The page on which it was met. */
  scope: string | null
}

export function webAnnotation(note: Annotation, { source, scope }: AnnotatedSource): WebAnnotation {
  const body = note.body.toWellFormed()
  return {
    id: noteLink(note.id),
    type: 'Annotation',
    motivation: body === '' ? 'highlighting' : 'commenting',
    created: note.createdAt,
    modified: note.updatedAt,
    ...(body === ''
      ? {}
      : { body: { type: 'TextualBody', value: body, format: 'text/markdown', purpose: 'commenting' } }),
    target: {
      type: 'SpecificResource',
      source,
      ...(scope === null || scope === source ? {} : { scope }),
      selector: selectorsOf(note),
    },
  }
}

/** Several say the same in different ways, so that one still finds the place when another no longer does. */
function selectorsOf({ anchor }: Annotation): Selector[] {
  const { startSeconds } = anchor
  const selectors: Selector[] = []
  if (startSeconds !== undefined) {
    selectors.push({
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: timeFragment(startSeconds),
    })
  }
  if (anchor.kind === 'highlight') {
    selectors.push({ type: 'TextQuoteSelector', exact: anchor.quote.toWellFormed() })
  }
  return selectors
}

/** All annotations of one source as JSON-LD: a collection whose one page is in it. */
export function annotationCollection(
  id: string,
  label: string,
  notes: readonly Annotation[],
  source: AnnotatedSource,
): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: label.toWellFormed(),
    total: notes.length,
    first: {
      id: `${id}#page`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: notes.map((note) => webAnnotation(note, source)),
    },
  }
}
