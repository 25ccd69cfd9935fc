import type { Anchor, Annotation } from '../../shared/models/annotation.ts'
import { type Highlight, highlightKinds } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { DraftRow } from '../db/rows.ts'

/** What the editor writes: a new note on a moment or a highlight, or other words for one there is. */
export type NoteTarget =
  | { kind: 'moment'; episodeId: EpisodeId; draftId: string; startSeconds: number }
  | { kind: 'highlight'; episodeId: EpisodeId; highlight: HighlightAnchor }
  | { kind: 'edit'; episodeId: EpisodeId; annotationId: string }

export type HighlightAnchor = Extract<Anchor, { kind: 'highlight' }>

export function highlightAnchor(highlight: Highlight): HighlightAnchor {
  const anchor: HighlightAnchor = { kind: 'highlight', highlightKind: highlight.kind, quote: highlight.text }
  return highlight.startSeconds === undefined ? anchor : { ...anchor, startSeconds: highlight.startSeconds }
}

export function isNoteOn(highlight: Highlight, note: Annotation): boolean {
  const { anchor } = note
  return (
    anchor.kind === 'highlight' && anchor.highlightKind === highlight.kind && anchor.quote === highlight.text
  )
}

export function isHighlightTarget(target: NoteTarget, episodeId: EpisodeId, highlight: Highlight): boolean {
  return (
    target.kind === 'highlight' &&
    target.episodeId === episodeId &&
    target.highlight.highlightKind === highlight.kind &&
    target.highlight.quote === highlight.text
  )
}

/**
 * Under which key the text of a target is kept while it is written. One place has one draft; each new note on a
 * moment is a place of its own, so that opening another never writes over it.
 */
export function draftKey(target: NoteTarget): string {
  switch (target.kind) {
    case 'moment':
      return `moment ${target.draftId}`
    case 'highlight':
      return `highlight ${target.episodeId} ${target.highlight.highlightKind} ${target.highlight.quote}`
    case 'edit':
      return `edit ${target.annotationId}`
  }
}

/** The target that a kept draft belongs to; `null` when its key is of no kind we write. */
export function targetOfDraft(draft: DraftRow): NoteTarget | null {
  const { episodeId, startSeconds } = draft
  const [kind, id = ''] = draft.key.split(' ', 2)
  if (kind === 'moment') {
    return startSeconds === null ? null : { kind: 'moment', episodeId, draftId: id, startSeconds }
  }
  if (kind === 'edit') return { kind: 'edit', episodeId, annotationId: id }
  if (kind !== 'highlight') return null

  const rest = draft.key.slice(`highlight ${episodeId} `.length)
  const highlightKind = highlightKinds.find((known) => rest.startsWith(`${known} `))
  if (highlightKind === undefined) return null
  const anchor: HighlightAnchor = {
    kind: 'highlight',
    highlightKind,
    quote: rest.slice(highlightKind.length + 1),
  }
  return {
    kind: 'highlight',
    episodeId,
    highlight: startSeconds === null ? anchor : { ...anchor, startSeconds },
  }
}

/** The seconds a draft row keeps beside its text, so that the target can be told from the row. */
export function targetStart(target: NoteTarget): number | null {
  switch (target.kind) {
    case 'moment':
      return target.startSeconds
    case 'highlight':
      return target.highlight.startSeconds ?? null
    case 'edit':
      return null
  }
}

/** How close two moments are, in seconds, that an unfinished note at one is meant when asked for the other. */
const sameMomentSeconds = 30

/** The unfinished note that "note here" goes on with rather than begin a second one beside it. */
export function unfinishedNear(targets: readonly NoteTarget[], startSeconds: number): NoteTarget | null {
  let nearest: { target: NoteTarget; distance: number } | null = null
  for (const target of targets) {
    if (target.kind !== 'moment') continue
    const distance = Math.abs(target.startSeconds - startSeconds)
    if (distance <= sameMomentSeconds && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) {
      nearest = { target, distance }
    }
  }
  return nearest?.target ?? null
}
