/**
 * What can go wrong, as codes that code decides on. The message beside a code is for a person:
 * what happened and what to try.
 */
export const problemCodes = [
  /** The address or slug a person gave cannot be read as one. */
  'bad-address',
  /** Nothing answered: no network, no such host, connection refused or cut. */
  'unreachable',
  /** The other side took longer than we wait. */
  'timeout',
  /** An address on this machine or its private network, which the fetch guard refuses. */
  'blocked-address',
  /** 404 or 410. */
  'not-found',
  /** 401, 402 or 403. */
  'refused',
  /** Not asked at all: the service asked before to be left alone for the `retryAfterSeconds` that are left of it. */
  'held',
  /** 429; `retryAfterSeconds` tells for how long when the service said so. */
  'rate-limited',
  /** Any 5xx. */
  'server-error',
  /** Any other 4xx: asking again will not change it. */
  'rejected',
  /** An answer arrived whole, but is not what was asked for. */
  'unreadable',
  /** An answer larger than we take. */
  'too-large',
  /** An address that answers with something that is not audio. */
  'not-audio',
  /** Looked everywhere, found no audio. */
  'no-audio',
  /** A file or folder on this machine could not be read or written. */
  'file',
  /** The disk has no room. */
  'disk-full',
  /** The second home did not take or give it; its standing (`kept/home.ts`) says why. */
  'second-home',
  /** The person, or the app on its way out, stopped it. */
  'cancelled',
  /** Arguments that no page of ours sends. */
  'bad-arguments',
  /** A bug of ours; the log has the rest. */
  'internal',
] as const

export type ProblemCode = (typeof problemCodes)[number]

export type Problem = {
  readonly code: ProblemCode
  /** One or two sentences for a person. */
  readonly message: string
  /** How long the other side asked us to wait. */
  readonly retryAfterSeconds?: number
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function failure(code: ProblemCode, message: string, retryAfterSeconds?: number): Result<never> {
  const problem = retryAfterSeconds === undefined ? { code, message } : { code, message, retryAfterSeconds }
  return { ok: false, problem }
}

/** Codes that mean "we could not get through", as opposed to "they answered and said no". */
export function meansOffline(code: ProblemCode): boolean {
  return code === 'unreachable' || code === 'timeout'
}
