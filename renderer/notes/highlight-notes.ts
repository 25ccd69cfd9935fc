import type { Anchor, Annotation } from '../../shared/models/annotation.ts'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { OpenEditor } from './editor-store.ts'

type HighlightAnchor = Extract<Anchor, { kind: 'highlight' }>

export function highlightAnchor(highlight: Highlight): HighlightAnchor {
  const anchor: HighlightAnchor = { kind: 'highlight', highlightKind: highlight.kind, quote: highlight.text }
  return highlight.startSeconds === undefined ? anchor : { ...anchor, startSeconds: highlight.startSeconds }
}

export function isNoteOn(highlight: Highlight, note: Annotation): boolean {
  return isOn(highlight, note.anchor)
}

/** Whether a new note on that highlight is being written. */
export function writesOn(editor: OpenEditor | null, episodeId: EpisodeId, highlight: Highlight): boolean {
  if (editor === null || !editor.session.isNew || editor.session.episodeId !== episodeId) return false
  return isOn(highlight, editor.content.anchor)
}

function isOn(highlight: Highlight, anchor: Anchor): boolean {
  return (
    anchor.kind === 'highlight' && anchor.highlightKind === highlight.kind && anchor.quote === highlight.text
  )
}
