import { onTestFinished } from 'vitest'
import type { Fetcher } from '../../../electron/net/fetcher.ts'
import { createStenobird, type Stenobird } from '../../../electron/stenobird/client.ts'
import { inlineReader } from '../../../electron/stenobird/reader/inline-reader.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import type { PulledPage, PullRequest } from '../../../shared/models/sync.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../server/stand-in.ts'
import { testFetcher } from '../test-fetcher.ts'

export type Arranged = {
  server: StandIn
  stenobird: Stenobird
  /** A client that remembers nothing. */
  restarted: () => Stenobird
  slug: string
  warnings: string[]
  /** Characters of all bodies so far. */
  received: () => number
}

/** A stand-in with one podcast, and a client for it. */
export async function arrangeService(options: StandInOptions = {}, now?: () => number): Promise<Arranged> {
  const server = await startStandIn({ podcasts: 1, episodesPerPodcast: 25, ...options })
  onTestFinished(() => server.stop())
  const warnings: string[] = []
  const fetcher = testFetcher()
  let characters = 0
  const counting: Pick<Fetcher, 'request'> = {
    request: async (request) => {
      const answer = await fetcher.request(request)
      if (answer.ok && answer.value.kind === 'document') characters += answer.value.text.length
      return answer
    },
  }
  const created = () =>
    createStenobird({
      fetcher: counting,
      reader: inlineReader,
      apiBaseUrl: () => server.url,
      log: { warn: (message) => warnings.push(message) },
      ...(now === undefined ? {} : { now }),
    })
  return {
    server,
    stenobird: created(),
    restarted: created,
    slug: server.podcasts[0]?.slug ?? '',
    warnings,
    received: () => characters,
  }
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
