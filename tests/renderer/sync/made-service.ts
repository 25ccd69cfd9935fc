import type { EpisodeSource } from '../../../renderer/sync/episode-source.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { type EpisodeId, slugsOf } from '../../../shared/models/identity.ts'
import type { PulledPage, PullRequest, ReadEpisode } from '../../../shared/models/sync.ts'
import { type Result, success } from '../../../shared/result.ts'
import { madeCatalogue, pullFrom } from '../made-catalogue.ts'
import { madePodcast } from '../made-episodes.ts'

export type MadeService = {
  /** What the list shows. */
  listed: Episode[]
  /** What is there, but on no list. */
  unlisted: Episode[]
  /** How many episodes it says that it has; `null` when it does not say. */
  count: () => number | null
  /** Takes an episode away without any other sign. */
  withdraw: (slug: string) => void
  pulled: PullRequest[]
  /** Slugs of episodes that were read by themselves. */
  read: string[]
  pull: (request: PullRequest) => Promise<Result<PulledPage>> | Result<PulledPage>
  readEpisode: (id: EpisodeId) => Promise<Result<ReadEpisode>> | Result<ReadEpisode>
  source: EpisodeSource
}

/** A service with one podcast, whose answers a test can change. Pages have ten episodes. */
export function madeService(podcastSlug: string, episodes: number): MadeService {
  const service: MadeService = {
    listed: madeCatalogue(podcastSlug, episodes),
    unlisted: [],
    count: () => service.listed.length,
    withdraw: (slug) => {
      service.listed = service.listed.filter((episode) => episode.slug !== slug)
    },
    pulled: [],
    read: [],
    pull: (request) => {
      const answer = pullFrom(service.listed, 10)(request)
      if (!answer.ok || request.cursor !== null) return answer
      const podcast = madePodcast(podcastSlug, { episodeCount: service.count() })
      return success({ ...answer.value, podcast, validator: null })
    },
    readEpisode: (id) => {
      const all = [...service.listed, ...service.unlisted]
      const episode = all.find((candidate) => candidate.id === id)
      return success(episode === undefined ? { kind: 'gone' } : { kind: 'read', episode })
    },
    source: {
      pull: async (request) => {
        service.pulled.push(request)
        return service.pull(request)
      },
      readEpisode: async ({ episodeId }) => {
        service.read.push(slugsOf(episodeId).episodeSlug)
        return service.readEpisode(episodeId)
      },
      listDownloads: async () => success([]),
    },
  }
  return service
}
