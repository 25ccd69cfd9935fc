import { type EpisodeId, slugsOf } from '../../shared/models/identity.ts'
import type { FoundOutlines, Outline } from '../../shared/models/outline.ts'
import type { LookedUp, PulledPage, PullRequest, ReadEpisode } from '../../shared/models/sync.ts'
import type { Result } from '../../shared/result.ts'
import type { Fetcher } from '../net/fetcher.ts'
import type { Reader } from './reader/readings.ts'
import { findOutlines } from './requests/find-outlines.ts'
import { lookUp } from './requests/look-up.ts'
import { noPasses } from './requests/passes-under-way.ts'
import { pullPage } from './requests/pull.ts'
import { readKnownEpisode } from './requests/read-episode.ts'
import { type Log, serviceAt } from './requests/service.ts'

export type StenobirdOptions = {
  fetcher: Pick<Fetcher, 'request'>
  reader: Reader
  /** Asked at each call, since the person can change it. */
  apiBaseUrl: () => string
  log: Log
  /** Epoch milliseconds. */
  now?: () => number
}

export type Stenobird = {
  /** One page of a podcast's episodes. */
  pull: (request: PullRequest, signal?: AbortSignal) => Promise<Result<PulledPage>>
  readEpisode: (episodeId: EpisodeId, signal?: AbortSignal) => Promise<Result<ReadEpisode>>
  lookUp: (text: string, signal?: AbortSignal) => Promise<Result<LookedUp>>
  findOutlines: (outlines: readonly Outline[], signal?: AbortSignal) => Promise<Result<FoundOutlines>>
}

/** The Stenobird API as this app knows it (STENOBIRD.md). */
export function createStenobird(options: StenobirdOptions): Stenobird {
  const { apiBaseUrl, now = () => Date.now(), ...parts } = options
  const passes = noPasses()
  const service = (signal: AbortSignal | undefined) => serviceAt(apiBaseUrl(), { ...parts, now, signal })
  return {
    pull: (request, signal) => pullPage(service(signal), passes, request),
    readEpisode: (episodeId, signal) => {
      const { podcastSlug, episodeSlug } = slugsOf(episodeId)
      return readKnownEpisode(service(signal), { podcastSlug, slug: episodeSlug })
    },
    lookUp: (text, signal) => lookUp(service(signal), text),
    findOutlines: (outlines, signal) => findOutlines(service(signal), outlines),
  }
}
