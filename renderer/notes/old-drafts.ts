import type { Anchor } from '../../shared/models/annotation.ts'
import { highlightKinds } from '../../shared/models/episode.ts'
import { annotationWith } from '../db/annotations.ts'
import type { DraftRow } from '../db/rows.ts'
import { editNote, openNewNote } from './editor-actions.ts'

/**
 * Goes on with what was begun and not saved in a version in which a note was a draft first; it is a note from then on.
 * Those of an edit were kept apart from its note, whose words they become.
 */
export async function goOnWithDraft(draft: DraftRow): Promise<void> {
  const { key, episodeId, text } = draft
  const [kind, id = ''] = key.split(' ', 2)
  const note = kind === 'edit' ? await annotationWith(id) : null
  if (note !== null) await editNote(note, { key, words: text })
  else await openNewNote(episodeId, anchorOfDraft(draft), text, key)
}

/** Its key tells; one that tells nothing is of the beginning. */
function anchorOfDraft({ key, episodeId, startSeconds }: DraftRow): Anchor {
  const moment: Anchor = { kind: 'moment', startSeconds: startSeconds ?? 0 }
  if (!key.startsWith('highlight ')) return moment
  const rest = key.slice(`highlight ${episodeId} `.length)
  const highlightKind = highlightKinds.find((known) => rest.startsWith(`${known} `))
  if (highlightKind === undefined) return moment
  const quote = rest.slice(highlightKind.length + 1)
  return { kind: 'highlight', highlightKind, quote, ...(startSeconds === null ? {} : { startSeconds }) }
}
