import { setImmediate as nextTurn } from 'node:timers/promises'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { Fetcher } from '../../net/fetcher.ts'
import type { StreamAnswer } from '../../net/stream.ts'
import { streamProblem } from '../../net/stream-problem.ts'
import type { WantedEpisode } from './agreement.ts'
import { createFeedDecoder } from './feed-text.ts'
import { createMatching, type FeedMatch, type Matching } from './match-items.ts'
import { createItemReader, type ItemReader } from './read-items.ts'

export type SearchFeed = (url: string, wanted: WantedEpisode) => Promise<Result<FeedMatch>>

/** The largest feeds of real podcasts are at 20 MB. */
const usualLimits = { bytes: 64_000_000, wholeMs: 60_000 }
/** The main process has other things to do: no more than this at a time. */
const longestTurnMs = 8
/** Characters between two looks at the clock; about a millisecond's work. */
const sliceLength = 8192

const accepted = 'application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5'

/**
 * Looks through a feed for an episode while it arrives, and stops as soon as it is certain. Of a feed that is cut short, or longer
 * than can be, only what is well supported counts.
 */
export function createSearchFeed(
  fetcher: Pick<Fetcher, 'openStream'>,
  limits: { bytes: number; wholeMs: number } = usualLimits,
): SearchFeed {
  return async (url, wanted) => {
    const signal = AbortSignal.timeout(limits.wholeMs)
    const answer = await fetcher.openStream(url, { accept: accepted, packed: true, signal })
    const host = URL.parse(answer.ok ? answer.value.url : url)?.host ?? url
    if (!answer.ok) return signal.aborted ? tooSlow(host) : answer
    const matching = createMatching(wanted)
    let isCertain = false
    const reader = createItemReader(answer.value.url, (item) => {
      isCertain ||= matching.take(item)
    })
    try {
      const isWhole = await readThrough(answer.value, reader, limits.bytes, () => isCertain)
      if (reader.kind() !== 'feed')
        return failure('unreadable', `What ${host} sends is no feed of a podcast.`)
      return success(matching.outcome(isWhole))
    } catch (error) {
      const soFar = foundSoFar(reader, matching)
      if (soFar !== null) return success(soFar)
      return signal.aborted ? tooSlow(host) : { ok: false, problem: streamProblem(error, answer.value.url) }
    }
  }
}

/** Whether all of it was read. */
async function readThrough(
  { body, headers }: StreamAnswer,
  reader: ItemReader,
  mostBytes: number,
  isDone: () => boolean,
): Promise<boolean> {
  const decoder = createFeedDecoder(headers.get('content-type') ?? null)
  const pieces = body.getReader()
  let bytes = 0
  let turnBegan = performance.now()

  async function parse(text: string): Promise<void> {
    for (let at = 0; at < text.length && !isDone() && reader.kind() !== 'other'; at += sliceLength) {
      reader.write(text.slice(at, at + sliceLength))
      if (performance.now() - turnBegan < longestTurnMs) continue
      await nextTurn()
      turnBegan = performance.now()
    }
  }

  try {
    while (!isDone() && reader.kind() !== 'other') {
      const piece = await pieces.read().catch(async (error: unknown) => {
        await parse(decoder.end())
        throw error
      })
      if (piece.done) {
        await parse(decoder.end())
        reader.end()
        return true
      }
      bytes += piece.value.length
      if (bytes > mostBytes) return false
      await parse(decoder.decode(piece.value))
    }
    return false
  } finally {
    await pieces.cancel().catch(() => undefined)
  }
}

function foundSoFar(reader: ItemReader, matching: Matching): FeedMatch | null {
  if (reader.kind() !== 'feed') return null
  const outcome = matching.outcome(false)
  return outcome.kind === 'matched' ? outcome : null
}

function tooSlow(host: string) {
  return failure('timeout', `${host} took too long to send the podcast's feed. Try again later.`)
}
