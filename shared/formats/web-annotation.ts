import { anchorEnd } from '../models/anchor.ts'
import type { Annotation } from '../models/annotation.ts'
import { colourWords, knownColour } from '../models/annotation-colour.ts'
import { noteLink } from './deep-link.ts'
import { timeFragment } from './media-fragment.ts'
import { stateWords } from './note-words.ts'

/** What W3C's Web Annotation Data Model has of ours. */
export type WebAnnotation = {
  id: string
  type: 'Annotation'
  motivation: 'commenting' | 'highlighting'
  created: string
  modified: string
  body?: Body | Body[]
  target: { type: 'SpecificResource'; source: string; scope?: string; selector: Selector[] }
}

type Body =
  | { type: 'TextualBody'; value: string; format: 'text/markdown'; purpose: 'commenting' }
  /** A tag; what its colour says; that it has a star, and what became of it. */
  | { type: 'TextualBody'; value: string; purpose: 'tagging' | 'classifying' | 'assessing' }

type Selector =
  | { type: 'FragmentSelector'; conformsTo: 'http://www.w3.org/TR/media-frags/'; value: string }
  | { type: 'TextQuoteSelector'; exact: string; prefix?: string; suffix?: string }

/** What annotations are about: the audio where its address is known, else the episode's page or its link into Earmark. */
export type AnnotatedSource = {
  source: string
  /** The page on which it was met. */
  scope: string | null
}

export function webAnnotation(note: Annotation, { source, scope }: AnnotatedSource): WebAnnotation {
  const bodies = bodiesOf(note)
  const [body] = bodies
  return {
    id: noteLink(note.id),
    type: 'Annotation',
    motivation: note.body === '' ? 'highlighting' : 'commenting',
    created: note.createdAt,
    modified: note.updatedAt,
    ...(body === undefined ? {} : { body: bodies.length === 1 ? body : bodies }),
    target: {
      type: 'SpecificResource',
      source,
      ...(scope === null || scope === source ? {} : { scope }),
      selector: selectorsOf(note),
    },
  }
}

function bodiesOf({ body, tags, colour, starred, tracking }: Annotation): Body[] {
  const type = 'TextualBody'
  const known = knownColour(colour)
  const said = known === null ? colour : colourWords[known]
  const bodies: Body[] = tags.map((tag) => ({ type, value: tag, purpose: 'tagging' }))
  if (said !== null) bodies.push({ type, value: said.toWellFormed(), purpose: 'classifying' })
  if (starred) bodies.push({ type, value: 'starred', purpose: 'assessing' })
  if (tracking !== null) bodies.push({ type, value: stateWords[tracking.state], purpose: 'assessing' })
  const comments = [body, tracking?.note ?? ''].filter((text) => text !== '')
  return [
    ...comments.map(
      (text): Body => ({ type, value: text.toWellFormed(), format: 'text/markdown', purpose: 'commenting' }),
    ),
    ...bodies,
  ]
}

/** Several say the same in different ways, so that one still finds the place when another no longer does. */
function selectorsOf({ anchor }: Annotation): Selector[] {
  const { startSeconds } = anchor
  const selectors: Selector[] = []
  if (startSeconds !== undefined) {
    selectors.push({
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: timeFragment(startSeconds, anchorEnd(anchor) ?? undefined),
    })
  }
  if (anchor.kind === 'highlight') {
    selectors.push({ type: 'TextQuoteSelector', exact: anchor.quote.toWellFormed() })
  }
  if (anchor.kind === 'transcript') {
    const { quote, prefix, suffix } = anchor
    selectors.push({
      type: 'TextQuoteSelector',
      exact: quote.toWellFormed(),
      ...(prefix === undefined ? {} : { prefix: prefix.toWellFormed() }),
      ...(suffix === undefined ? {} : { suffix: suffix.toWellFormed() }),
    })
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
