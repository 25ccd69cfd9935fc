import { onTestFinished } from 'vitest'
import { createFetcher } from '../../electron/net/fetcher.ts'
import type { Limits } from '../../electron/net/limits.ts'
import { createStenobird } from '../../electron/stenobird/client.ts'
import { inlineReader } from '../../electron/stenobird/reader/inline-reader.ts'
import { followPodcast } from '../../renderer/db/podcasts.ts'
import type { EpisodeSource } from '../../renderer/sync/episode-source.ts'
import { syncToNow } from '../../renderer/sync/pass.ts'
import type { PassEnd } from '../../renderer/sync/pass-parts.ts'
import { episodeRequestSchema, pullRequestSchema } from '../../shared/models/sync.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { freshDatabase } from '../renderer/fresh-database.ts'
import { lookedUp, madePodcast } from '../renderer/made-episodes.ts'
import { randomFor } from '../server/catalogue/random.ts'
import { type StandIn, startStandIn } from '../server/stand-in.ts'

/** Retries wait no longer than a turn of the event loop; what the service says about time is still heard. */
const hasty = {
  now: () => Date.now(),
  after: (_milliseconds: number, run: () => void) => {
    const soon = setImmediate(run)
    return () => clearImmediate(soon)
  },
}
const shortLimits: Partial<Limits> = { connectMs: 400, headersMs: 400, idleMs: 400, wholeMs: 800 }

export type TriedService = {
  server: StandIn
  podcastSlug: string
  /** One sync, as the app does it. */
  sync: () => Promise<Result<PassEnd>>
}

/** A stand-in, and everything of Earmark between it and an empty database in which the podcast is followed. */
export async function triedService(options: {
  /** Of the plan, by which one of the podcasts is chosen. */
  name: string
  seed: number
  isSlow: boolean
  episodes: number
  pageSize: number
}): Promise<TriedService> {
  const { name, seed, isSlow, episodes, pageSize } = options
  const podcasts = 3
  const server = await startStandIn({ seed, podcasts, episodesPerPodcast: episodes, greatestPage: pageSize })
  const fetcher = createFetcher({
    version: '0.0.0-test',
    allowLocalAddresses: () => true,
    timers: hasty,
    ...(isSlow ? { limits: shortLimits } : {}),
  })
  onTestFinished(async () => {
    await fetcher.close()
    await server.stop()
  })
  const stenobird = createStenobird({
    fetcher,
    reader: inlineReader,
    apiBaseUrl: () => server.url,
    log: { warn: () => undefined },
  })
  // Each words its episodes in another way.
  const { slug: podcastSlug, title } = randomFor('podcast', name, seed).pick(atLeastOne(server.podcasts))
  await freshDatabase()
  await followPodcast(lookedUp(madePodcast(podcastSlug, { title })), new Date().toISOString())

  // As the gate does: what it would turn away is a fault of the page's.
  const source: EpisodeSource = {
    pull: async (input) => {
      const parsed = pullRequestSchema.safeParse(input)
      return parsed.success ? stenobird.pull(parsed.data) : failure('bad-arguments', parsed.error.message)
    },
    readEpisode: async (input) => {
      const parsed = episodeRequestSchema.safeParse(input)
      if (!parsed.success) return failure('bad-arguments', parsed.error.message)
      return stenobird.readEpisode(parsed.data.episodeId)
    },
    listDownloads: async () => success([]),
  }
  return {
    server,
    podcastSlug,
    sync: () =>
      syncToNow({
        podcastSlug,
        serviceAddress: server.url,
        source,
        showRead: () => undefined,
        stop: new AbortController().signal,
      }),
  }
}

function atLeastOne<Item>([first, ...others]: readonly Item[]): [Item, ...Item[]] {
  if (first === undefined) throw new Error('The stand-in has no podcast.')
  return [first, ...others]
}
