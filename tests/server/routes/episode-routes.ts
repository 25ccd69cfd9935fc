import type { Call } from '../http/call.ts'
import { html, json, jsonBytes, notFound, problem, type Reply, text } from '../http/reply.ts'
import type { Route } from '../http/route.ts'
import { episodeHtml } from '../pages/episode-html.ts'
import { episodeMarkdown } from '../pages/episode-markdown.ts'
import { episodeJson } from '../pages/json-representation.ts'
import { brokenEpisode, isEntryBroken } from './broken-entry.ts'
import { foundEpisode } from './found-episode.ts'
import { cursorText, readPageWish } from './paging.ts'
import { createRenderedEpisodes } from './rendered-episodes.ts'
import type { World } from './world.ts'

/** A3, A4, K1 and K2. */
export function episodeRoutes(world: World): Route[] {
  const { catalogue } = world
  const rendered = createRenderedEpisodes(catalogue)

  function list(call: Call): Reply {
    const podcast = catalogue.podcast(call.part('podcast'))
    if (podcast === null) return notFound('podcast')
    const wish = readPageWish(call, world.greatestPage)
    if (wish === null)
      return problem(400, 'bad_request', 'cursor, limit or updated_since cannot be understood.')
    const { numbers, nextBefore } = catalogue.numbers(podcast, wish)
    const entries: Uint8Array[] = numbers.map(rendered.of(podcast, call.origin))
    if (isEntryBroken(call)) entries.splice(1, 1, Buffer.from(JSON.stringify(brokenEpisode)))
    const next = nextBefore === null ? null : { before: nextBefore, updatedSinceMs: wish.updatedSinceMs }
    return jsonBytes(listBytes(entries, next === null ? null : cursorText(next)), {
      updatedAt: catalogue.updatedAt(podcast),
    })
  }

  function one(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null) return notFound('episode')
    const { episode, podcast } = found
    if (isEntryBroken(call)) return json(brokenEpisode)
    return json(episodeJson(episode, podcast, call.origin), { updatedAt: episode.updatedAt })
  }

  function page(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null)
      return html('<!doctype html><title>Not found</title><h1>Not found</h1>\n', { status: 404 })
    const { episode, podcast } = found
    return html(episodeHtml(episode, podcast, call.origin), { updatedAt: episode.updatedAt })
  }

  function markdown(call: Call): Reply {
    const found = foundEpisode(world, call)
    if (found === null) return notFound('episode')
    const { episode, podcast } = found
    const body = episodeMarkdown(episode, podcast, call.origin, world.markdownLayout)
    return text('text/markdown; charset=utf-8', body, { updatedAt: episode.updatedAt })
  }

  return [
    { part: 'A3', method: 'GET', path: '/v1/public/podcasts/{podcast}/episodes', answer: list },
    { part: 'A4', method: 'GET', path: '/v1/public/podcasts/{podcast}/episodes/{episode}', answer: one },
    { part: 'K2', method: 'GET', path: '/podcast/{podcast}/{episode}.md', answer: markdown },
    { part: 'K1', method: 'GET', path: '/podcast/{podcast}/{episode}', answer: page },
  ]
}

function listBytes(entries: readonly Uint8Array[], nextCursor: string | null): Uint8Array {
  const comma = Buffer.from(',')
  return Buffer.concat([
    Buffer.from('{"episodes":['),
    ...entries.flatMap((entry, index) => (index === 0 ? [entry] : [comma, entry])),
    Buffer.from(`],"next_cursor":${JSON.stringify(nextCursor)}}\n`),
  ])
}
