import type { NotedEpisode } from './noted-episode.ts'

/** A text that is written episode by episode. */
export type TextFormat = {
  begin: () => string
  /** Of one episode, in the order in which they come. */
  add: (noted: NotedEpisode) => string
  end: () => string
}
