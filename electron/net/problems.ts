import type { Problem, ProblemCode } from '../../shared/result.ts'
import { blockedAddressCode, blockedMessage } from './fetch-guard.ts'

/** Thrown while a body is read, where the reader is a stream and can answer in no other way. */
export class TooLargeError extends Error {
  readonly maximumBytes: number
  constructor(maximumBytes: number) {
    super(`more than ${maximumBytes} bytes`)
    this.maximumBytes = maximumBytes
  }
}

/** A failed attempt, with what only the network part needs to know about it. */
export type Failed = {
  readonly ok: false
  readonly problem: Problem
  /** Whether the same request may well succeed a moment later. */
  readonly again: boolean
  /** Set where it was not the other side that failed: this computer has no way to any other, or does not know the way. */
  readonly noNetwork?: true
}

export type Attempt<Value> = { readonly ok: true; readonly value: Value } | Failed

export function failed(code: ProblemCode, message: string, again = false): Failed {
  return { ok: false, problem: { code, message }, again }
}

/** Turns the answers that are not a success into a problem. */
export function failedByStatus(status: number, host: string, retryAfterSeconds: number | undefined): Failed {
  const [code, message] = meaningOf(status, host)
  const problem = retryAfterSeconds === undefined ? { code, message } : { code, message, retryAfterSeconds }
  return { ok: false, problem, again: code === 'server-error' || code === 'rate-limited' }
}

function meaningOf(status: number, host: string): [ProblemCode, string] {
  if (status === 404 || status === 410) {
    return ['not-found', `${host} has nothing at this address (${status}).`]
  }
  if (status === 401 || status === 402 || status === 403) {
    return ['refused', `${host} refuses to give this without permission (${status}).`]
  }
  if (status === 429) {
    return ['rate-limited', `${host} asks us to wait before the next request. What you have stays as it is.`]
  }
  if (status >= 500) {
    return [
      'server-error',
      `${host} has trouble of its own (${status}). What you have stays as it is; try again later.`,
    ]
  }
  if (status >= 400) return ['rejected', `${host} rejects this request (${status}).`]
  return ['unreadable', `${host} answered in a way that Earmark does not understand (${status}).`]
}

const cutOffCodes = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ERR_STREAM_PREMATURE_CLOSE',
  'Z_BUF_ERROR',
])
const noWayCodes = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])
const parseCodes =
  /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_PADDING|UND_ERR_HEADERS_OVERFLOW|UND_ERR_EXCEEDED)/

/** Turns what a request or the reading of its body throws into a problem. */
export function failedByError(error: unknown, host: string): Failed {
  if (error instanceof TooLargeError) {
    const megabytes = Math.max(1, Math.round(error.maximumBytes / 1_000_000))
    return failed(
      'too-large',
      `The answer of ${host} is larger than the ${megabytes} MB that Earmark takes, so it was stopped. Nothing was taken from it.`,
    )
  }
  const code = codeOf(error)
  if (code === blockedAddressCode) return failed('blocked-address', blockedMessage(host))
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const unknown = failed(
      'unreachable',
      `There is no host called ${host}, or this computer is not connected.`,
    )
    return { ...unknown, noNetwork: true }
  }
  if (noWayCodes.has(code)) {
    const noWay = failed('unreachable', `This computer has no connection to ${host}. Try again later.`, true)
    return { ...noWay, noNetwork: true }
  }
  if (code === 'ECONNREFUSED') {
    return failed('unreachable', `${host} does not take connections at the moment. Try again later.`, true)
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code)) {
    return failed(
      'timeout',
      `${host} took too long to answer. What you have stays as it is; try again later.`,
    )
  }
  if (cutOffCodes.has(code)) {
    return failed(
      'unreachable',
      `The connection to ${host} was cut off before its answer was complete. Nothing was taken from it; try again.`,
      true,
    )
  }
  if (parseCodes.test(code)) {
    return failed('unreadable', `${host} sent an answer that is damaged. Nothing was taken from it.`)
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return failed('unreachable', `A secure connection to ${host} could not be made (${code}).`)
  }
  return failed(
    'unreachable',
    `${host} could not be reached${code === '' ? '' : ` (${code})`}. Try again later.`,
    true,
  )
}

/** The code of an error or of what caused it; connecting to several addresses at once gives a list of errors. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}
