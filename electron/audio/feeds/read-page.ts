import { setImmediate as nextTurn } from 'node:timers/promises'
import { failure, type Result, success } from '../../../shared/result.ts'
import type { StreamAnswer } from '../../net/stream.ts'
import { streamProblem } from '../../net/stream-problem.ts'
import type { FeedItem } from './feed-item.ts'
import { type FeedPage, mostItems } from './feed-memory.ts'
import { createFeedDecoder } from './feed-text.ts'
import { createItemReader, type ItemReader } from './read-items.ts'

/** The main process has other things to do: no more than this at a time. */
const longestTurnMs = 8
/** Characters between two looks at the clock; about a millisecond's work. */
const sliceLength = 8192

type Wish = {
  mostBytes: number
  /** Whether that was the one that is looked for, so that the rest need not be read. */
  take: (item: FeedItem) => boolean
}

/** Why a page was not read to its end; what arrived of it is there all the same. */
type ReadPage = FeedPage & {
  bytes: number
  problem: Result<never> | null
  /** More than can be remembered came, and `items` are only some of them: in 64 MB there is room for millions. */
  isTooMuch: boolean
}

/** Reads a page of a feed while it arrives, and stops as soon as what is looked for is found. */
export async function readFeedPage(
  answer: StreamAnswer,
  { mostBytes, take }: Wish,
): Promise<Result<ReadPage>> {
  const items: FeedItem[] = []
  let isFound = false
  let isTooMuch = false
  const reader = createItemReader(answer.url, (item) => {
    if (isFound) return
    isTooMuch ||= items.length === mostItems
    if (!isTooMuch) items.push(item)
    isFound = take(item)
  })
  const read = { isWhole: false, bytes: 0 }
  let problem: Result<never> | null = null
  try {
    await readThrough(answer, { reader, mostBytes, isDone: () => isFound, read })
  } catch (error) {
    problem = { ok: false, problem: streamProblem(error, answer.url) }
  }
  if (reader.kind() !== 'feed') {
    const host = URL.parse(answer.url)?.host ?? answer.url
    return problem ?? failure('unreadable', `What ${host} sends is no feed of a podcast.`)
  }
  const { validators } = answer
  return success({ items, ...read, next: reader.nextPage(), validators, problem, isTooMuch })
}

type Reading = {
  reader: ItemReader
  mostBytes: number
  isDone: () => boolean
  read: { isWhole: boolean; bytes: number }
}

async function readThrough(
  { body, headers }: StreamAnswer,
  { reader, mostBytes, isDone, read }: Reading,
): Promise<void> {
  const decoder = createFeedDecoder(headers.get('content-type') ?? null)
  const pieces = body.getReader()
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
        read.isWhole = !isDone()
        return
      }
      read.bytes += piece.value.length
      if (read.bytes > mostBytes) return
      await parse(decoder.decode(piece.value))
    }
  } finally {
    await pieces.cancel().catch(() => undefined)
  }
}
