import type { Route } from '../http/route.ts'
import { audioRoutes } from './audio-routes.ts'
import { episodeRoutes } from './episode-routes.ts'
import { podcastRoutes } from './podcast-routes.ts'
import { publisherRoutes } from './publisher-routes.ts'
import { readwiseRoutes } from './readwise-routes.ts'
import { transcriptRoutes } from './transcript-routes.ts'
import { transcriptionRoutes } from './transcription-routes.ts'
import type { World } from './world.ts'

export function allRoutes(world: World): Route[] {
  return [
    ...podcastRoutes(world),
    ...episodeRoutes(world),
    ...transcriptionRoutes(world),
    ...transcriptRoutes(world),
    ...publisherRoutes(world),
    ...readwiseRoutes(world.readwise),
    ...audioRoutes(world),
  ]
}
