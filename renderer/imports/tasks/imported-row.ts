import type { EpisodeState } from '../../../shared/anchoring/episode-state.ts'
import { noteContext } from '../../../shared/anchoring/note-context.ts'
import { isHighlight } from '../../../shared/anchoring/place-highlight.ts'
import type { Anchor } from '../../../shared/models/anchor.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'
import { elsewhereId } from '../../../shared/models/elsewhere.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import type { NoteContext } from '../../../shared/models/note-context.ts'
import type { Placement } from '../../../shared/models/placement.ts'
import type { ForeignNote } from '../reading/foreign-note.ts'
import { anchoredNote } from './imported-anchor.ts'
import { digestOf, importedId } from './imported-id.ts'

/** The episode of the library that a note is on, as it is now. */
export type EpisodeHere = { id: EpisodeId; state: EpisodeState }

/**
 * A note of another program's as a row of the person's. When it was changed last is when it was made there, as far as each export of
 * it says the same, so that whatever they do with it here is later and holds; of two exports of one note the one that says more counts as the later one, by less than a
 * second. So the order in which files are imported says nothing. `nowIso` is when one was made that tells no time.
 */
export function importedRow(note: ForeignNote, here: EpisodeHere | null, nowIso: string): AnnotationRow {
  const { episode, tags, starred, colour } = note
  const { anchor, body } = anchoredNote(note, here?.state ?? null)
  const madeMs = note.steadyAt === null ? 0 : Date.parse(note.steadyAt)
  const context =
    here === null
      ? noteContext({ ...titlesOf(episode), chapters: [] }, null)
      : noteContext(here.state, anchor.startSeconds ?? null)
  return {
    id: importedId(note.key, madeMs),
    episodeId: here?.id ?? elsewhereId(episode),
    anchor,
    body,
    context,
    tags,
    starred,
    colour,
    tracking: null,
    placement: placementOf({ anchor, context }, here?.state ?? null, madeMs),
    origin: {
      from: note.from,
      digest: digestOf(toldBy(note)),
      addresses: episode.addresses,
      feedUrl: episode.feedUrl,
      publishedOn: episode.publishedOn,
    },
    createdAt: note.createdAt ?? nowIso,
    updatedAt: new Date(madeMs + Math.min(999, fullnessOf(note))).toISOString(),
    deletedAt: null,
  }
}

/**
 * Words without a time that are no highlight of the episode have no place in it, and need none: they do not wait to be placed, unless
 * the episode comes to have a highlight that is like them.
 */
export function placementOf(
  was: { anchor: Anchor; context: NoteContext },
  state: EpisodeState | null,
  madeMs: number,
): Placement | null {
  const { anchor } = was
  if (anchor.kind !== 'highlight') return null
  if (state?.highlights.some((highlight) => isHighlight(anchor, highlight)) === true) return null
  const placedAt = new Date(madeMs).toISOString()
  return { how: 'left', sureness: 0, causes: [], was, suggestion: null, placedAt }
}

function titlesOf({ title, podcastTitle, durationSeconds }: ForeignNote['episode']) {
  return { title, podcastTitle, durationSeconds }
}

function toldBy({ startSeconds, endSeconds, quote, body, tags, starred, colour, steadyAt }: ForeignNote) {
  return [startSeconds, endSeconds, quote, body, tags, starred, colour, steadyAt]
}

function fullnessOf({ body, tags, starred, colour }: ForeignNote): number {
  return body.length + tags.length + (starred ? 1 : 0) + (colour === null ? 0 : 1)
}
