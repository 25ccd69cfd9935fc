import type { EpisodeId } from '../../shared/models/identity.ts'
import type { SearchQuery } from '../../shared/search/query.ts'
import { keepVigil, type WorkerVigil } from '../sync/worker-vigil.ts'
import type { FoundEpisodes, IndexStatus, SearchAnswer, SearchLimits } from './search-answer.ts'
import type { Asked, FromWorker, QuestionName, Questions } from './worker/messages.ts'
import type { SearchWorker, SearchWorkerHearer } from './worker/open-worker.ts'

export type SearchClient = {
  /** A newer call for the same group, or for all groups, supersedes this one, which then answers `null`. */
  search: (query: SearchQuery, limits: SearchLimits) => Promise<SearchAnswer | null>
  episodesOf: (query: SearchQuery) => Promise<FoundEpisodes>
  tellDownloaded: (episodeIds: readonly EpisodeId[]) => void
}

/** A worker that died is begun anew after a while, and a longer one if it dies again before it answered. */
const [shortestRestMs, longestRestMs] = [500, 60_000]

type Parts = {
  open: (hearer: SearchWorkerHearer) => SearchWorker
  status: (status: IndexStatus) => void
  fault: (fault: unknown) => void
}

/** Asks the worker that holds the index. What was asked is asked again when the worker dies, or hangs while somebody waits. */
export function createSearchClient({ open, status, fault }: Parts): SearchClient {
  const waiting = new Map<number, { asked: Asked; answer: (value: unknown) => void }>()
  const latestSearch = new Map<string, number>()
  let downloaded: readonly EpisodeId[] = []
  let lastNumber = 0
  let restMs = shortestRestMs
  let isReady = false
  let vigil: WorkerVigil | null = null
  /** What waited when the worker was asked last whether it is alive. */
  let waitedFor: ReadonlySet<number> = new Set()
  let worker: SearchWorker | null = begin()

  function begin(): SearchWorker {
    const begun = open({ hear, died })
    begun.post({ kind: 'downloaded', episodeIds: downloaded })
    for (const [number, { asked }] of waiting) begun.post({ kind: 'ask', number, asked })
    if (waiting.size > 0) watch()
    return begun
  }

  function hear(message: FromWorker): void {
    switch (message.kind) {
      case 'answer':
        restMs = shortestRestMs
        settle(message.number, message.answer)
        return
      case 'status':
        isReady = message.status.isReady
        status(message.status)
        return
      case 'pong':
        vigil?.answered(standingStill())
        return
      case 'fault':
        fault(message.fault)
    }
  }

  function watch(): void {
    vigil ??= keepVigil('search worker', ping, (reason) => {
      worker?.close()
      died(reason)
    })
  }

  function endVigil(): void {
    vigil?.end()
    vigil = null
    waitedFor = new Set()
  }

  function ping(): void {
    worker?.post({ kind: 'ping' })
  }

  /** Until it has read the library, which takes as long as it takes, everybody waits. */
  function standingStill(): number[] {
    const before = waitedFor
    waitedFor = new Set(waiting.keys())
    return isReady ? [...waitedFor].filter((number) => before.has(number)) : []
  }

  function died(reason: unknown): void {
    fault(reason)
    worker = null
    isReady = false
    endVigil()
    setTimeout(() => {
      worker = begin()
    }, restMs)
    restMs = Math.min(2 * restMs, longestRestMs)
  }

  function settle(number: number, value: unknown): void {
    waiting.get(number)?.answer(value)
    waiting.delete(number)
    if (waiting.size === 0) endVigil()
  }

  function ask<Name extends QuestionName>(
    asked: Extract<Asked, { name: Name }>,
  ): { number: number; answered: Promise<Questions[Name]['answer'] | null> } {
    lastNumber += 1
    const number = lastNumber
    const { promise, resolve } = Promise.withResolvers<Questions[Name]['answer'] | null>()
    // The answer to a question is of the question's kind.
    waiting.set(number, { asked, answer: (value) => resolve(value as Questions[Name]['answer'] | null) })
    worker?.post({ kind: 'ask', number, asked })
    if (worker !== null) watch()
    return { number, answered: promise }
  }

  return {
    search: (query, limits) => {
      const of = limits.group ?? ''
      const older = latestSearch.get(of)
      if (older !== undefined && waiting.has(older)) {
        worker?.post({ kind: 'forget', number: older })
        settle(older, null)
      }
      const { number, answered } = ask({ name: 'search', input: { query, limits } })
      latestSearch.set(of, number)
      return answered
    },
    episodesOf: async (query) => {
      const found = await ask({ name: 'episodes', input: { query } }).answered
      return found ?? { total: 0, shelves: [], behind: 0 }
    },
    tellDownloaded: (episodeIds) => {
      downloaded = episodeIds
      worker?.post({ kind: 'downloaded', episodeIds })
    },
  }
}
