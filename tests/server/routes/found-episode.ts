import type { StandInEpisode, StandInPodcast } from '../catalogue/model.ts'
import type { Call } from '../http/call.ts'
import type { World } from './world.ts'

/** The episode that a request's path names. */
export function foundEpisode(
  { catalogue }: World,
  call: Call,
): { episode: StandInEpisode; podcast: StandInPodcast } | null {
  const podcast = catalogue.podcast(call.part('podcast'))
  const episode = catalogue.episode(call.part('podcast'), call.part('episode'))
  return podcast === null || episode === null ? null : { episode, podcast }
}
