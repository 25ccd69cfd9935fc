import type { FoundOutline, FoundOutlines, Outline } from '../../../shared/models/outline.ts'
import type { Podcast } from '../../../shared/models/podcast.ts'
import { type Result, success } from '../../../shared/result.ts'
import { comparableLink, comparableTitle } from '../../../shared/text/comparable.ts'
import { requestPodcastList } from './podcast-list.ts'
import { podcastOfPage, readPodcastPageOf, requestPodcast } from './read-podcast.ts'
import { closesRoad, type Service } from './service.ts'

/** 20,000 podcasts. */
const mostPages = 100
/** Each of these is one request, or two. */
const mostGuesses = 300

/**
 * Which of the podcasts of a list the service knows. It can be asked for none by its feed, so its list of podcasts (A1) is read until
 * all are found; where it has none, or it is too long, a podcast is looked for under the slug that its title makes (A2, A5).
 */
export async function findOutlines(
  service: Service,
  outlines: readonly Outline[],
): Promise<Result<FoundOutlines>> {
  const search = searchFor(outlines)
  const listed = await throughList(service, search)
  if (!listed.ok) return listed
  if (listed.value === 'all') return success({ found: search.found(), isWhole: true })
  const guessed = await bySlug(service, outlines, search)
  return guessed.ok ? success({ found: search.found(), isWhole: false }) : guessed
}

type Search = {
  look: (podcast: Podcast) => void
  /** Those whose feed was not met yet. */
  missing: () => number[]
  found: () => FoundOutline[]
}

function searchFor(outlines: readonly Outline[]): Search {
  const byFeed = indexed(outlines, ({ feedUrl }) => comparableLink(feedUrl))
  const byTitle = indexed(outlines, ({ title }) => comparableTitle(title))
  const found = new Map<number, FoundOutline>()
  return {
    look: (podcast) => {
      const feed = podcast.feedUrl === null ? null : comparableLink(podcast.feedUrl)
      for (const index of byFeed.get(feed ?? '') ?? []) found.set(index, { index, podcast, by: 'feed' })
      for (const index of byTitle.get(comparableTitle(podcast.title) ?? '') ?? []) {
        if (!found.has(index)) found.set(index, { index, podcast, by: 'title' })
      }
    },
    missing: () => [...outlines.keys()].filter((index) => found.get(index)?.by !== 'feed'),
    found: () => [...found.values()].sort((one, other) => one.index - other.index),
  }
}

function indexed(
  outlines: readonly Outline[],
  keyOf: (outline: Outline) => string | null,
): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [number, outline] of outlines.entries()) {
    const key = keyOf(outline)
    if (key !== null) index.set(key, [...(index.get(key) ?? []), number])
  }
  return index
}

/** `all`: nothing is left to ask. */
async function throughList(service: Service, search: Search): Promise<Result<'all' | 'some'>> {
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const list = await requestPodcastList(service, cursor)
    if (!list.ok) return closesRoad(list.problem) ? success('some') : list
    list.value.podcasts.forEach(search.look)
    cursor = list.value.next
    if (cursor === null || search.missing().length === 0) return success('all')
  }
  return success('some')
}

async function bySlug(service: Service, outlines: readonly Outline[], search: Search): Promise<Result<null>> {
  for (const index of search.missing().slice(0, mostGuesses)) {
    const slug = slugFrom(outlines[index]?.title ?? '')
    if (slug === null) continue
    const podcast = await podcastAt(service, slug)
    if (!podcast.ok) return podcast
    if (podcast.value !== null) search.look(podcast.value)
  }
  return success(null)
}

/** `null` where there is none. */
async function podcastAt(service: Service, slug: string): Promise<Result<Podcast | null>> {
  const byApi = await requestPodcast(service, slug, null)
  if (byApi.ok) return success(byApi.value.kind === 'podcast' ? byApi.value.podcast : null)
  if (!closesRoad(byApi.problem)) return byApi
  const page = await readPodcastPageOf(service, slug)
  if (page.ok) return success(podcastOfPage(slug, page.value))
  return closesRoad(page.problem) ? success(null) : page
}

/** As services make them: `Day Two: DevOps!` is `day-two-devops`. */
function slugFrom(title: string): string | null {
  const slug = comparableTitle(title)?.replaceAll(' ', '-').slice(0, 200) ?? ''
  return slug === '' ? null : slug
}
