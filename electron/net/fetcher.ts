import type { Result } from '../../shared/result.ts'
import { type DocumentAnswer, type DocumentRequest, outgoingDocument, takeDocument } from './document.ts'
import { createAgent } from './exchange.ts'
import { checkedAddress } from './fetch-guard.ts'
import { follow, type HostSign, type Road } from './follow.ts'
import { type Holds, noHolds } from './holds.ts'
import { createHostQueue } from './host-queue.ts'
import { type Limits, usualLimits } from './limits.ts'
import type { Attempt } from './problems.ts'
import { delayBeforeRetry } from './retry.ts'
import { outgoingStream, type StreamAnswer, type StreamRequest, takeStream } from './stream.ts'
import { pause, systemTimers, type Timers } from './timers.ts'

export type FetcherOptions = {
  /** Of the app, for `User-Agent`. */
  version: string
  /** Where a service's operator can read who is asking; goes into `User-Agent`. */
  projectAddress?: string
  /** Whether addresses of this machine and its network may be fetched; asked at each request. */
  allowLocalAddresses: () => boolean
  /** Nobody is held when left out. */
  holds?: Holds
  limits?: Partial<Limits>
  timers?: Timers
  random?: () => number
}

/** How a host was there, after all tries of one request. */
export type Outcome = { host: string; sign: HostSign }

export type Fetcher = {
  /** A document, read whole and bounded in size and time. Anything but 2xx and 304 is a problem. */
  request: (request: DocumentRequest) => Promise<Result<DocumentAnswer>>
  /** A stream of bytes of any length, for audio. It goes before documents, and no retry follows its headers. */
  openStream: (url: string, request?: StreamRequest) => Promise<Result<StreamAnswer>>
  /** Hears how requests end; the answer stops it. */
  onOutcome: (listener: (outcome: Outcome) => void) => () => void
  close: () => Promise<void>
}

const documentPriority = 0
const streamPriority = 1

export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...usualLimits, ...options.limits }
  const timers = options.timers ?? systemTimers
  const random = options.random ?? Math.random
  const agent = createAgent(limits, options.allowLocalAddresses)
  const queue = createHostQueue(limits.requestsPerHost, limits.requestsInAll)
  const holds = options.holds ?? noHolds
  const listeners = new Set<(outcome: Outcome) => void>()
  const about = options.projectAddress === undefined ? '' : ` (+${options.projectAddress})`
  const userAgent = `Earmark/${options.version}${about}`

  function tell(outcomes: ReadonlyMap<string, HostSign>): void {
    for (const [host, sign] of outcomes) for (const hear of listeners) hear({ host, sign })
  }

  async function withRetries<Value>(
    url: string,
    repeatable: boolean,
    signal: AbortSignal | undefined,
    attempt: (url: URL, road: Road) => Promise<Attempt<Value>>,
  ): Promise<Result<Value>> {
    const checked = checkedAddress(url, options.allowLocalAddresses())
    if (!checked.ok) return checked
    for (let retries = 0; ; retries += 1) {
      const outcomes = new Map<string, HostSign>()
      const road: Road = {
        agent,
        queue,
        allowLocal: options.allowLocalAddresses,
        holds,
        note: (host, sign) => outcomes.set(host, sign),
      }
      const result = await attempt(checked.value, road)
      const delay = result.ok || !repeatable ? null : delayBeforeRetry(result, retries, random)
      if (delay === null || signal?.aborted === true) {
        tell(outcomes)
        return result.ok ? result : { ok: false, problem: result.problem }
      }
      await pause(timers, delay, signal)
    }
  }

  return {
    request: (request) => {
      const outgoing = outgoingDocument(request, userAgent, limits)
      const wish = {
        maximumBytes: request.maximumBytes ?? limits.documentBytes,
        body: request.body ?? 'read',
      }
      return withRetries(request.url, outgoing.method === 'GET', request.signal, (url, road) =>
        follow(road, url, outgoing, documentPriority, (answer) => takeDocument(answer, wish, timers.now())),
      )
    },
    openStream: (url, request = {}) => {
      const outgoing = outgoingStream(request, userAgent, limits)
      return withRetries(url, true, request.signal, (start, road) =>
        follow(road, start, outgoing, streamPriority, (answer) => takeStream(answer, request, timers.now())),
      )
    },
    onOutcome: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => agent.destroy(),
  }
}
