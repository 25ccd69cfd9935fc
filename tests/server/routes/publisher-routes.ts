import type { Call } from '../http/call.ts'
import { html, notFound, type Reply, text } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { feedPath } from '../pages/addresses.ts'
import { coverPng } from '../pages/cover.ts'
import { feedXml } from '../pages/feed-xml.ts'
import { publisherHtml } from '../pages/publisher-html.ts'
import { escaped } from '../pages/wording.ts'
import { isEntryBroken } from './broken-entry.ts'
import { foundEpisode } from './found-episode.ts'
import type { World } from './world.ts'

/** Feeds of old podcasts leave their oldest episodes out. */
const feedLimit = 1000

/** What a podcast's publisher has on the web, apart from the audio. */
export function publisherRoutes(world: World): Route[] {
  const { catalogue } = world

  function episodePage(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null || !found.episode.hasCanonicalPage) return notFound('page')
    return html(publisherHtml(found.episode, found.podcast, call.origin), {
      updatedAt: found.episode.updatedAt,
    })
  }

  function sitePage(call: Call): Reply {
    const podcast = catalogue.podcast(call.part('podcast'))
    if (podcast === null) return notFound('page')
    const title = escaped(podcast.title)
    const feed = `<link rel="alternate" type="application/rss+xml" href="${feedPath(podcast.slug)}">`
    return html(`<!doctype html>\n<title>${title}</title>\n${feed}\n<h1>${title}</h1>\n`)
  }

  function feed(call: Call): Reply {
    const podcast = catalogue.podcast(call.part('podcast'))
    if (podcast === null) return notFound('feed')
    const { episodes } = catalogue.page(podcast, { before: null, limit: feedLimit, updatedSinceMs: null })
    const xml = feedXml(podcast, episodes, call.origin)
    const body = isEntryBroken(call)
      ? xml.replace('<item>', '<item><title></title><enclosure/></item>\n<item>')
      : xml
    return text('application/rss+xml; charset=utf-8', body, { updatedAt: catalogue.updatedAt(podcast) })
  }

  function cover(call: Call): Reply {
    const podcast = catalogue.podcast(call.part('podcast'))
    if (podcast === null || !podcast.hasImage) return notFound('image')
    return { status: 200, headers: { 'content-type': 'image/png' }, body: coverPng(podcast.slug) }
  }

  return [
    { part: 'publisher', method: 'GET', path: '/publisher/{podcast}', answer: sitePage },
    { part: 'publisher', method: 'GET', path: '/publisher/{podcast}/{episode}', answer: episodePage },
    { part: 'feed', method: 'GET', path: '/feeds/{podcast}.xml', answer: feed },
    { part: 'image', method: 'GET', path: '/images/{podcast}.png', answer: cover },
  ]
}
