import type { Outline } from '../../shared/models/outline.ts'
import type { Podcast } from '../../shared/models/podcast.ts'

/** A podcast of the list that the service knows and that is not in the library. */
export type OfferedPodcast = {
  podcast: Podcast
  outline: Outline
  by: 'feed' | 'title'
}

/** What adding the podcasts of a list would do. */
export type OutlinePlan = {
  /** Of the file, as the person knows it. */
  name: string
  offered: OfferedPodcast[]
  /** Of the list, those that are in the library already. */
  followed: number
  missing: Outline[]
  /** Whether every podcast of the service was compared. */
  isWhole: boolean
}
