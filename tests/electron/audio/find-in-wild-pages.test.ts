import { expect, test } from 'vitest'
import { createSearchFeed } from '../../../electron/audio/feeds/search-feed.ts'
import { createFindAudio } from '../../../electron/audio/find.ts'
import { createProbe } from '../../../electron/audio/probe.ts'
import { serve } from '../local-server.ts'
import { testFetcher } from '../test-fetcher.ts'
import { wildPages, wildTitle } from './wild-pages.ts'

const feed = `<rss><channel><item><title>${wildTitle}</title><enclosure url="/files/from-feed.mp3" type="audio/mpeg"/></item></channel></rss>`

test.each(wildPages.map((page) => [page.shape, page] as const))(
  'finds the audio in %s',
  async (_shape, page) => {
    const { origin } = await serve((request, response) => {
      const path = request.url ?? ''
      if (path === '/episode') response.setHeader('content-type', 'text/html; charset=utf-8').end(page.html)
      else if (path === '/show/feed.xml') response.setHeader('content-type', 'text/xml').end(feed)
      else if (path.startsWith('/tracked/once/'))
        response.writeHead(302, { location: path.replace('once', 'twice') }).end()
      else if (path.startsWith('/tracked/twice/'))
        response.writeHead(307, { location: path.replace('tracked/twice', 'files') }).end()
      else if (path.startsWith('/files/')) response.setHeader('content-type', 'audio/mpeg').end('ID3')
      else if (path.startsWith('/player/')) response.setHeader('content-type', 'text/html').end('<p>A player')
      else response.writeHead(404).end()
    })
    const fetcher = testFetcher()
    const find = createFindAudio({
      fetcher,
      searchFeed: createSearchFeed(fetcher),
      probe: createProbe(fetcher),
    })
    const found = await find({
      audio: null,
      canonicalUrl: `${origin}/episode`,
      feedUrl: null,
      title: wildTitle,
      publishedAt: null,
      durationSeconds: null,
    })
    expect(found).toMatchObject({
      ok: true,
      value: { location: { url: origin + page.path }, origin: page.origin },
    })
  },
)
