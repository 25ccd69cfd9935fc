import { createServer } from 'node:http'
import type { StandInEpisode, StandInPodcast } from '../../server/catalogue/model.ts'
import { feedXml } from '../../server/pages/feed-xml.ts'

/** Serves a feed of all these episodes, made beforehand, so that its making counts for nobody. */
export async function serveFeed(
  podcast: StandInPodcast,
  episodes: readonly StandInEpisode[],
): Promise<{ url: string; stop: () => void }> {
  let feed = Buffer.alloc(0)
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8').end(feed)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The feed server listens on no port.')
  const origin = `http://127.0.0.1:${address.port}`
  feed = Buffer.from(feedXml(podcast, episodes, origin))
  return {
    url: `${origin}/feed.xml`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
