import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { isNoteOn } from '../../notes/highlight-notes.ts'

const byEpisode = new WeakMap<readonly Annotation[], Map<EpisodeId, Annotation[]>>()
const none: readonly Annotation[] = []

/** The notes on a highlight, among all there are; the same list for as long as it is the same notes' list. */
export function notesOnHighlight(
  notes: readonly Annotation[],
  episodeId: EpisodeId,
  highlight: Highlight | undefined,
): readonly Annotation[] {
  const known = byEpisode.get(notes) ?? Map.groupBy(notes, (note) => note.episodeId)
  byEpisode.set(notes, known)
  const its = known.get(episodeId)
  if (its === undefined || highlight === undefined) return none
  const on = its.filter((note) => isNoteOn(highlight, note))
  return on.length === 0 ? none : on
}
