import { onTestFinished } from 'vitest'
import { createStenobird, type Stenobird } from '../../../electron/stenobird/client.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../server/stand-in.ts'
import { testFetcher } from '../test-fetcher.ts'

export type Arranged = { server: StandIn; stenobird: Stenobird; slug: string; warnings: string[] }

/** A stand-in with one podcast, and a client for it. */
export async function arrangeService(options: StandInOptions = {}, now?: () => number): Promise<Arranged> {
  const server = await startStandIn({ podcasts: 1, episodesPerPodcast: 25, ...options })
  onTestFinished(() => server.stop())
  const warnings: string[] = []
  const stenobird = createStenobird({
    fetcher: testFetcher(),
    apiBaseUrl: () => server.url,
    log: { warn: (message) => warnings.push(message) },
    ...(now === undefined ? {} : { now }),
  })
  return { server, stenobird, slug: server.podcasts[0]?.slug ?? '', warnings }
}

export function pullRequest(podcastSlug: string, changes: Partial<PullRequest> = {}): PullRequest {
  return {
    source: 'stenobird',
    podcastSlug,
    cursor: null,
    updatedSince: null,
    validator: null,
    path: null,
    episodeSlugs: [],
    ...changes,
  }
}

export type Pass = { pages: PulledPage[]; episodes: Episode[] }

/** Pulls page after page until the last. */
export async function wholePass(stenobird: Stenobird, request: PullRequest): Promise<Pass> {
  const pages: PulledPage[] = []
  let cursor: string | null = null
  do {
    const page = await stenobird.pull({ ...request, cursor })
    if (!page.ok) throw new Error(`${page.problem.code}: ${page.problem.message}`)
    pages.push(page.value)
    cursor = page.value.nextCursor
  } while (cursor !== null)
  return { pages, episodes: pages.flatMap((page) => page.episodes) }
}
