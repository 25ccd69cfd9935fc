import { acceptedEncodings, decoded, discard } from './body.ts'
import type { Outgoing, RawAnswer } from './exchange.ts'
import type { Limits } from './limits.ts'
import { type Attempt, failed, failedByStatus } from './problems.ts'
import { retryAfterOf } from './retry-after.ts'
import { webStreamOf } from './web-stream.ts'

export type StreamRequest = {
  /** A `Range` header's value, e.g. `bytes=1000-`. */
  range?: string
  /** Goes with a range: send the whole instead when the file is no longer this one (ETag or date). */
  ifRange?: string
  /** What was kept of an earlier answer; with it 304 is an answer, without a body. */
  since?: Validators
  /** Media types for `Accept`; audio when left out. */
  accept?: string
  /** It may be sent packed. Not with a range, which counts the bytes of what is sent. */
  packed?: true
  /** Stops the request, or the body while it is read. */
  signal?: AbortSignal
}

/** By which a later request asks whether anything has changed. */
export type Validators = { etag: string | null; lastModified: string | null }

export type StreamAnswer = {
  /** 200, 206 or another 2xx; 416 when the range lies outside the file; 304 only where `since` was asked. */
  status: number
  url: string
  /** By lower-case name, as they came; those that no longer fit a decoded body are left out. */
  headers: ReadonlyMap<string, string>
  /** Of the answer as it was sent, packed or not. */
  validators: Validators
  /** Errors with what undici throws when it is cut off or nothing comes for a while; `streamProblem` words it. */
  body: ReadableStream<Uint8Array<ArrayBuffer>>
}

export function outgoingStream(request: StreamRequest, userAgent: string, limits: Limits): Outgoing {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: request.accept ?? 'audio/*,*/*;q=0.5',
    'accept-encoding': request.packed === true ? acceptedEncodings : 'identity',
  }
  if (request.range !== undefined) headers.range = request.range
  if (request.ifRange !== undefined) headers['if-range'] = request.ifRange
  if (typeof request.since?.etag === 'string') headers['if-none-match'] = request.since.etag
  if (typeof request.since?.lastModified === 'string')
    headers['if-modified-since'] = request.since.lastModified
  return { method: 'GET', headers, body: null, signal: request.signal, wholeMs: null, idleMs: limits.idleMs }
}

export async function takeStream(
  answer: RawAnswer,
  { since }: StreamRequest,
  nowMs: number,
): Promise<Attempt<StreamAnswer>> {
  const { status, url } = answer
  const isAnswer =
    (status >= 200 && status <= 299) || status === 416 || (status === 304 && since !== undefined)
  if (!isAnswer) {
    await answer.body.dump({ limit: 16_384 }).catch(() => undefined)
    return failedByStatus(status, url.host, retryAfterOf(answer.headers, nowMs))
  }
  const encoding = answer.headers.get('content-encoding')
  const body = status === 206 && isPacked(encoding) ? null : decoded(answer.body, encoding)
  if (body === null) {
    discard(answer.body)
    return failed('unreadable', `${url.host} packs its answer in a way that Earmark cannot unpack.`)
  }
  const headers = new Map(answer.headers)
  if (isPacked(encoding)) for (const name of ofThePacked) headers.delete(name)
  const validators = {
    etag: answer.headers.get('etag') ?? null,
    lastModified: answer.headers.get('last-modified') ?? null,
  }
  return { ok: true, value: { status, url: url.href, headers, validators, body: webStreamOf(body) } }
}

/** Its length, and what it can be known again by: the bytes that were unpacked are others. */
const ofThePacked = ['content-encoding', 'content-length', 'etag', 'last-modified', 'accept-ranges']

function isPacked(encoding: string | undefined): boolean {
  return encoding !== undefined && !/^\s*(identity)?\s*$/i.test(encoding)
}
