import type { EpisodeId } from '../../../shared/models/identity.ts'
import { comparableTitle } from '../../../shared/text/comparable.ts'
import type { ForeignEpisode } from '../reading/foreign-note.ts'

/** By what an episode was found in the library, the surest first. */
export type MatchRule = 'address' | 'title-and-podcast' | 'title'

export type MatchedEpisode = { id: EpisodeId; by: MatchRule }

/** The same for all notes on one episode, so that it is looked for once. */
export function wantedKey({ title, podcastTitle, addresses, feedUrl, publishedOn }: ForeignEpisode): string {
  const titles = [title, podcastTitle].map((each) => comparableTitle(each) ?? '')
  return JSON.stringify([...titles, [...addresses].sort(), feedUrl, publishedOn])
}
