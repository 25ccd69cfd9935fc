import type { ListedPodcast } from './listed-podcast.ts'
import type { NotedEpisode } from './noted-episode.ts'

/** A text that is written episode by episode, or podcast by podcast. */
export type TextFormat = {
  begin: () => string
  /** Of one episode, in the order in which they come. */
  add: (noted: NotedEpisode) => string
  /** Of one podcast, where the text is about podcasts. */
  addPodcast?: (podcast: ListedPodcast) => string
  end: () => string
}
