import type { StandInEpisode } from '../../server/catalogue/model.ts'
import { clockTime } from '../../server/pages/wording.ts'

/** The episode with all its parts in its summary, as publishers put them into the show notes of their feeds. */
export function withShowNotes(episode: StandInEpisode): StandInEpisode {
  const { summary, topics, highlights, chapters } = episode
  const notes = [
    summary,
    `Topics: ${topics.join(', ')}`,
    ...highlights.map(({ kind, text }) => `${kind}: ${text}`),
    ...chapters.map(
      ({ startSeconds, title, description }) => `${clockTime(startSeconds)} ${title}: ${description}`,
    ),
  ]
  return { ...episode, summary: notes.join('\n') }
}
