import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Highlight } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { writeAnnotation } from '../../db/annotations.ts'
import { deleteNotes } from '../../notes/actions.ts'
import { changeNotes } from '../../notes/change-notes.ts'
import { highlightAnchor } from '../../notes/highlight-notes.ts'
import { noteContext } from '../../notes/note-context.ts'
import { notedEpisode } from '../../notes/note-episode.ts'
import { told } from '../../notes/told.ts'

/** Stars the newest note on a highlight; where there is none, a mark is made to carry the star. */
export async function starHighlight(
  episodeId: EpisodeId,
  highlight: Highlight,
  notes: readonly Annotation[],
): Promise<void> {
  const newest = notes.reduce<Annotation | null>(
    (one, other) => (one !== null && one.id > other.id ? one : other),
    null,
  )
  if (newest !== null) return changeNotes([newest.id], () => ({ starred: true }), null)
  await told(
    markHighlight(episodeId, highlight),
    'The star could not be written to disk. Make room there and try again.',
  )
}

/** Takes the stars away. A mark that carried nothing else goes with its star, and can be brought back. */
export async function unstarHighlight(notes: readonly Annotation[]): Promise<void> {
  const starred = notes.filter((note) => note.starred)
  const [empty, others] = [starred.filter(carriesOnlyStar), starred.filter((note) => !carriesOnlyStar(note))]
  if (others.length > 0) {
    await changeNotes(
      others.map(({ id }) => id),
      () => ({ starred: false }),
      null,
    )
  }
  if (empty.length === 0) return
  await told(
    deleteNotes(
      empty.map(({ id }) => id),
      'Star taken away.',
    ),
    'The star could not be taken away. It is still there; try again.',
  )
}

async function markHighlight(episodeId: EpisodeId, highlight: Highlight): Promise<void> {
  const episode = await notedEpisode(episodeId)
  if (episode === null) return
  const anchor = highlightAnchor(highlight)
  const context = noteContext(episode, anchor.startSeconds ?? null)
  await writeAnnotation({ episodeId, anchor, context, body: '', starred: true })
}

function carriesOnlyStar({ body, tags, colour, tracking }: Annotation): boolean {
  return body.trim() === '' && tags.length === 0 && colour === null && tracking === null
}
