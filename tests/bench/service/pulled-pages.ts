import { createFetcher } from '../../../electron/net/fetcher.ts'
import { createStenobird } from '../../../electron/stenobird/client.ts'
import { inlineReader } from '../../../electron/stenobird/reader/inline-reader.ts'
import type { Podcast } from '../../../shared/models/podcast.ts'
import type { PulledPage } from '../../../shared/models/sync.ts'
import { valueOrThrow } from './value-or-throw.ts'

/** A page as the app's own client read it, with all that is needed to commit it. */
export type PlacedPage = { podcast: Podcast; cursor: string | null; page: PulledPage }

/** Every page of the podcasts, in the order in which a first sync commits them. */
export async function* pulledPages(
  apiBaseUrl: string,
  podcastSlugs: readonly string[],
): AsyncGenerator<PlacedPage> {
  const fetcher = createFetcher({ version: '0.0.0-bench', allowLocalAddresses: () => true })
  const stenobird = createStenobird({
    fetcher,
    reader: inlineReader,
    apiBaseUrl: () => apiBaseUrl,
    log: { warn: () => {} },
  })
  try {
    for (const podcastSlug of podcastSlugs) {
      const { podcast } = valueOrThrow(await stenobird.lookUp(podcastSlug))
      let cursor: string | null = null
      do {
        const page: PulledPage = valueOrThrow(
          await stenobird.pull({
            source: 'stenobird',
            podcastSlug,
            cursor,
            updatedSince: null,
            validator: null,
            path: 'api',
            episodeSlugs: [],
          }),
        )
        yield { podcast, cursor, page }
        cursor = page.nextCursor
      } while (cursor !== null)
    }
  } finally {
    await fetcher.close()
  }
}
