import type { Dispatcher } from 'undici'
import request from 'undici/lib/api/api-request.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import { guardedLookup } from './fetch-guard.ts'
import type { Limits } from './limits.ts'
import { type Attempt, failed, failedByError } from './problems.ts'

export type Outgoing = {
  method: 'GET' | 'HEAD' | 'POST'
  headers: Record<string, string>
  body: string | null
  signal: AbortSignal | undefined
  /** The whole exchange, body included; a stream has no such limit. */
  wholeMs: number | null
  /** Between two pieces of the body. */
  idleMs: number
}

export type RawAnswer = {
  url: URL
  status: number
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>
  body: Dispatcher.ResponseData['body']
}

/** The one pool of connections; all of them are made through the guard. */
export function createAgent(limits: Limits, allowLocal: () => boolean): Agent {
  return new Agent({
    connect: { lookup: guardedLookup(allowLocal), timeout: limits.connectMs },
    headersTimeout: limits.headersMs,
    maxHeaderSize: 32_768,
  })
}

/** One request and its answer, no redirect followed; `take` reads the body within the time limit. */
export async function exchange<Value>(
  agent: Agent,
  url: URL,
  outgoing: Outgoing,
  take: (answer: RawAnswer) => Promise<Value>,
): Promise<Attempt<Value>> {
  const timeLimit = outgoing.wholeMs === null ? undefined : AbortSignal.timeout(outgoing.wholeMs)
  const signals = [outgoing.signal, timeLimit].filter((signal) => signal !== undefined)
  try {
    const answer = await request.call(agent, {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: outgoing.method,
      headers: outgoing.headers,
      body: outgoing.body,
      bodyTimeout: outgoing.idleMs,
      ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
    })
    const headers = new Map(
      Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    )
    return { ok: true, value: await take({ url, status: answer.statusCode, headers, body: answer.body }) }
  } catch (error) {
    if (outgoing.signal?.aborted === true) return cancelled()
    if (timeLimit?.aborted === true) return tooSlow(url.host)
    return failedByError(error, url.host)
  }
}

export function cancelled() {
  return failed('cancelled', 'Stopped before it was done.')
}

function tooSlow(host: string) {
  return failed(
    'timeout',
    `${host} took too long to send its answer. What you have stays as it is; try again later.`,
  )
}
