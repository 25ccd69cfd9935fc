import type { StandInPodcast } from '../catalogue/model.ts'
import type { Call } from '../http/call.ts'
import { json, notFound, problem, type Reply, text } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { podcastJson } from '../pages/json-representation.ts'
import { podcastMarkdown } from '../pages/podcast-markdown.ts'
import { isEntryBroken } from './broken-entry.ts'
import { cursorText, readPageWish } from './paging.ts'
import type { World } from './world.ts'

const allEpisodes = { before: null, limit: Number.POSITIVE_INFINITY, updatedSinceMs: null }

/** A1, A2 and A5. */
export function podcastRoutes({ catalogue }: World): Route[] {
  const asJson = (podcast: StandInPodcast, call: Call) =>
    podcastJson(podcast, call.origin, {
      episodeCount: catalogue.episodeCount(podcast),
      updatedAt: catalogue.updatedAt(podcast),
    })

  /** Kept while nothing changes: a pass asks for it again and again, and that of a big podcast takes seconds to write. */
  const pages = new Map<string, { revision: number; page: string }>()

  function pageOf(podcast: StandInPodcast, origin: string): string {
    const key = `${origin} ${podcast.slug}`
    const revision = catalogue.revision()
    const kept = pages.get(key)
    if (kept?.revision === revision) return kept.page
    const { episodes } = catalogue.page(podcast, allEpisodes)
    const page = podcastMarkdown(podcast, origin, episodes.length, episodes)
    pages.set(key, { revision, page })
    return page
  }

  function list(call: Call): Reply {
    const wish = readPageWish(call)
    if (wish === null) return problem(400, 'bad_request', 'cursor or limit cannot be understood.')
    // For podcasts `before` is counted from the end of the list.
    const start = wish.before === null ? 0 : catalogue.podcasts.length - wish.before
    const end = start + wish.limit
    const podcasts: unknown[] = catalogue.podcasts.slice(start, end).map((podcast) => asJson(podcast, call))
    if (isEntryBroken(call)) podcasts.splice(1, 1, { slug: ['no', 'slug'], title: 12 })
    const isLast = end >= catalogue.podcasts.length
    const before = catalogue.podcasts.length - end
    return json({ podcasts, next_cursor: isLast ? null : cursorText({ before, updatedSinceMs: null }) })
  }

  function one(call: Call): Reply {
    const podcast = catalogue.podcast(call.part('podcast'))
    if (podcast === null) return notFound('podcast')
    return json(asJson(podcast, call), { updatedAt: catalogue.updatedAt(podcast) })
  }

  function markdown(call: Call): Reply {
    const podcast = catalogue.podcast(call.part('podcast'))
    if (podcast === null) return notFound('podcast')
    const page = pageOf(podcast, call.origin)
    const body = isEntryBroken(call)
      ? page.replace(/^- \[.*$/m, '- [An episode that leads nowhere](<>)')
      : page
    return text('text/markdown; charset=utf-8', body, { updatedAt: catalogue.updatedAt(podcast) })
  }

  return [
    { part: 'A1', method: 'GET', path: '/v1/public/podcasts', answer: list },
    { part: 'A2', method: 'GET', path: '/v1/public/podcasts/{podcast}', answer: one },
    { part: 'A5', method: 'GET', path: '/podcast/{podcast}.md', answer: markdown },
  ]
}
