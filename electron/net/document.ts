import { acceptedEncodings, decoded, discard, readWhole, textOf } from './body.ts'
import type { Outgoing, RawAnswer } from './exchange.ts'
import type { Limits } from './limits.ts'
import { type Attempt, failed, failedByStatus, TooLargeError } from './problems.ts'
import { retryAfterOf } from './retry-after.ts'

export type DocumentRequest = {
  url: string
  /** `GET` when left out. Only a GET is repeated by itself. */
  method?: 'GET' | 'HEAD' | 'POST'
  /** Media types for `Accept`. */
  accept?: string
  /** What was kept of an earlier answer; with it, "not modified" is an answer. */
  since?: { etag: string | null; lastModified: string | null }
  /** JSON text, for POST. */
  json?: string
  idempotencyKey?: string
  /** For `Authorization`. Whoever has one sends it by POST: that is followed to no other origin. */
  authorization?: string
  maximumBytes?: number
  /** `ignored`: the status alone is the answer, and a body that is cut off or huge changes nothing about it. */
  body?: 'read' | 'ignored'
  signal?: AbortSignal | undefined
}

/** What later requests need of an answer's headers. */
type DocumentHeaders = {
  contentType: string | null
  etag: string | null
  lastModified: string | null
  cacheControl: string | null
  /** Seconds that a cache on the way has held the answer. */
  age: string | null
  /** When the other side says it answered; RFC 9110, 6.6.1. */
  date: string | null
}

export type DocumentAnswer = {
  status: number
  /** Where the answer came from in the end. */
  url: string
  headers: DocumentHeaders
} & ({ kind: 'document'; text: string } | { kind: 'not-modified' })

export function outgoingDocument(request: DocumentRequest, userAgent: string, limits: Limits): Outgoing {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: request.accept ?? '*/*',
    'accept-encoding': acceptedEncodings,
  }
  if (typeof request.since?.etag === 'string') headers['if-none-match'] = request.since.etag
  if (typeof request.since?.lastModified === 'string') {
    headers['if-modified-since'] = request.since.lastModified
  }
  if (request.json !== undefined) headers['content-type'] = 'application/json'
  if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey
  if (request.authorization !== undefined) headers.authorization = request.authorization
  return {
    method: request.method ?? 'GET',
    headers,
    body: request.json ?? null,
    signal: request.signal,
    wholeMs: limits.wholeMs,
    idleMs: limits.idleMs,
  }
}

export async function takeDocument(
  answer: RawAnswer,
  wish: { maximumBytes: number; body: 'read' | 'ignored' },
  nowMs: number,
): Promise<Attempt<DocumentAnswer>> {
  const { status, url } = answer
  const header = (name: string) => answer.headers.get(name) ?? null
  const facts = {
    status,
    url: url.href,
    headers: {
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      cacheControl: header('cache-control'),
      age: header('age'),
      date: header('date'),
    },
  }
  if (status === 304) {
    await answer.body.dump()
    return { ok: true, value: { ...facts, kind: 'not-modified' } }
  }
  if (status < 200 || status > 299) {
    await answer.body.dump({ limit: 16_384 }).catch(() => undefined)
    return failedByStatus(status, url.host, retryAfterOf(answer.headers, nowMs))
  }
  if (wish.body === 'ignored') {
    await answer.body.dump({ limit: 16_384 }).catch(() => undefined)
    return { ok: true, value: { ...facts, kind: 'document', text: '' } }
  }
  const stream = decoded(answer.body, answer.headers.get('content-encoding'))
  if (stream === null) {
    discard(answer.body)
    return failed('unreadable', `${url.host} packs its answer in a way that Earmark cannot unpack.`)
  }
  if (Number(header('content-length')) > wish.maximumBytes) {
    discard(stream)
    throw new TooLargeError(wish.maximumBytes)
  }
  const text = textOf(await readWhole(stream, wish.maximumBytes), facts.headers.contentType)
  return { ok: true, value: { ...facts, kind: 'document', text } }
}
