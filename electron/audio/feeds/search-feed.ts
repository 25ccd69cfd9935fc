import { failure, type Result, success } from '../../../shared/result.ts'
import type { Fetcher } from '../../net/fetcher.ts'
import type { WantedEpisode } from './agreement.ts'
import type { FeedItem } from './feed-item.ts'
import { createFeedMemory, type FeedMemory, type FeedPage } from './feed-memory.ts'
import { createMatching, type FeedMatch } from './match-items.ts'
import { readFeedPage } from './read-page.ts'

export type SearchFeed = (url: string, wanted: WantedEpisode) => Promise<Result<FeedMatch>>

type Limits = { bytes: number; wholeMs: number }

/** The largest feeds of real podcasts are at 20 MB. */
const usualLimits: Limits = { bytes: 64_000_000, wholeMs: 60_000 }
/** Hosts that send a feed in pages put 50 to 300 episodes on each. */
const mostPages = 30

const accepted = 'application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5'

/**
 * Looks through a feed for an episode while it arrives, and stops as soon as it is certain; goes on with the feed's next page where
 * it is not. What was read is remembered for a while, so that the next episode of the same podcast costs no second reading.
 * Of a feed that is cut short, or longer than can be, only what is well supported counts.
 */
export function createSearchFeed(
  fetcher: Pick<Fetcher, 'openStream'>,
  limits: Limits = usualLimits,
  memory: FeedMemory = createFeedMemory(),
): SearchFeed {
  return async (url, wanted) => {
    const signal = AbortSignal.timeout(limits.wholeMs)
    const matching = createMatching(wanted)
    const search: Search = { isCertain: false, bytesLeft: limits.bytes, take: matching.take, signal }
    const parts = { fetcher, memory }
    const first = await turnTo(url, search, parts)
    if (!first.ok) return signal.aborted ? tooSlow(url) : first
    if (first.value.problem === null) {
      const hasFound = (): boolean => matching.outcome(false).kind === 'matched'
      const isWhole = await turnOn(url, first.value, hasFound, (next) => turnTo(next, search, parts))
      return success(matching.outcome(isWhole))
    }
    const soFar = matching.outcome(false)
    if (soFar.kind === 'matched') return success(soFar)
    return signal.aborted ? tooSlow(url) : first.value.problem
  }
}

/** Goes on page by page until it is found; whether nothing of the feed is left that was not read. */
async function turnOn(
  url: string,
  first: Turned,
  hasFound: () => boolean,
  turn: (url: string) => Promise<Result<Turned>>,
): Promise<boolean> {
  const seen = new Set([url])
  let { isWhole, next } = first
  while (isWhole && next !== null && !hasFound()) {
    if (seen.has(next)) return true
    if (seen.size >= mostPages) return false
    seen.add(next)
    const page = await turn(next)
    if (!page.ok || page.value.problem !== null) return false
    ;({ isWhole, next } = page.value)
  }
  return isWhole && next === null
}

type Search = {
  isCertain: boolean
  bytesLeft: number
  take: (item: FeedItem) => boolean
  signal: AbortSignal
}

type Turned = Pick<FeedPage, 'isWhole' | 'next'> & { problem: Result<never> | null }
type Parts = { fetcher: Pick<Fetcher, 'openStream'>; memory: FeedMemory }

/** Takes the items of one page: those that are remembered where nothing has changed since, else those that arrive. */
async function turnTo(url: string, search: Search, { fetcher, memory }: Parts): Promise<Result<Turned>> {
  const known = memory.recall(url)
  // One that was not read to its end says nothing of what came then, but may hold what is looked for now.
  if (known?.isFresh === true && (takeAll(known, search) || known.isWhole)) {
    return success({ ...known, problem: null })
  }
  const { signal } = search
  const since = known?.isWhole === true ? { since: known.validators } : {}
  const answer = await fetcher.openStream(url, { accept: accepted, packed: true, signal, ...since })
  if (!answer.ok) return answer
  if (known !== null && answer.value.status === 304) {
    await answer.value.body.cancel().catch(() => undefined)
    memory.isUnchanged(url)
    takeAll(known, search)
    return success({ ...known, problem: null })
  }
  const read = await readFeedPage(answer.value, {
    mostBytes: search.bytesLeft,
    take: (item) => takeOne(item, search),
  })
  if (!read.ok) return read
  search.bytesLeft -= read.value.bytes
  const { items, isWhole, next, validators, problem, isTooMuch } = read.value
  if (problem === null && !isTooMuch) memory.keep(url, { items, isWhole, next, validators })
  return success({ isWhole, next, problem })
}

function takeAll({ items }: FeedPage, search: Search): boolean {
  return items.some((item) => takeOne(item, search))
}

function takeOne(item: FeedItem, search: Search): boolean {
  search.isCertain ||= search.take(item)
  return search.isCertain
}

function tooSlow(url: string) {
  const host = URL.parse(url)?.host ?? url
  return failure('timeout', `${host} took too long to send the podcast's feed. Try again later.`)
}
