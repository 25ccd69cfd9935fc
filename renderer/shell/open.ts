import { navigate } from 'wouter/use-hash-location'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { showFront } from './front-pane.ts'
import type { Place } from './places.ts'
import { showEpisode } from './shown-episode.ts'

/** Shows an episode's page, over the list where there is room for one pane only. */
export function openEpisode(episodeId: EpisodeId): void {
  showEpisode(episodeId)
  showFront('episode')
}

export function goTo(place: Place): void {
  navigate(`/${place}`)
  showFront('place')
}

/** The library, narrowed to one podcast. */
export function goToPodcast(podcastSlug: string): void {
  navigate(`/library/podcast/${encodeURIComponent(podcastSlug)}`)
  showFront('place')
}
