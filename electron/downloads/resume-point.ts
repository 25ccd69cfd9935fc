import type { StreamAnswer } from '../net/stream.ts'

/** How far a file was fetched, and how to know it again. */
export type ResumePoint = {
  bytes: number
  /** For `If-Range`; `null` where the file cannot be known again, and is fetched from its beginning. */
  validator: string | null
  totalBytes: number | null
}

export const fromTheBeginning: ResumePoint = { bytes: 0, validator: null, totalBytes: null }

type Headers = StreamAnswer['headers']

/**
 * The `Range` and `If-Range` with which to go on there; none where it has to begin anew. Of a file that is whole the
 * last byte is asked for once more, since a server says nothing of a file by a range that lies past its end.
 */
export function rangeFrom(point: ResumePoint): { first: number; range: string; ifRange: string } | null {
  const { bytes, validator, totalBytes } = point
  if (validator === null) return null
  const first = totalBytes === null ? bytes : Math.min(bytes, totalBytes - 1)
  return first <= 0 ? null : { first, range: `bytes=${first}-`, ifRange: validator }
}

/**
 * What `If-Range` can name the file by (RFC 9110, 13.1.5): a strong entity tag, or where there is no tag at all a date
 * that is older than the second in which it was told.
 */
export function validatorOf(headers: Headers): string | null {
  if (headers.get('accept-ranges')?.trim().toLowerCase() === 'none') return null
  const tag = headers.get('etag')?.trim()
  if (tag !== undefined) return /^"[^"]*"$/.test(tag) ? tag : null
  const changed = headers.get('last-modified')?.trim()
  const [changedMs, servedMs] = [Date.parse(changed ?? ''), Date.parse(headers.get('date') ?? '')]
  return changed !== undefined && changedMs + 1000 <= servedMs ? changed : null
}

/**
 * Whether an answer to a range goes on exactly there, in the same file: its first byte, its whole length and its
 * validator, as far as it tells them.
 */
export function goesOnAt(first: number, point: ResumePoint, { status, headers }: StreamAnswer): boolean {
  const content = contentRangeOf(headers)
  if (status !== 206 || content === null || content.first !== first) return false
  if (point.totalBytes !== null && content.total !== null && content.total !== point.totalBytes) return false
  const known = point.validator?.startsWith('"') === true ? headers.get('etag') : headers.get('last-modified')
  return known === undefined || known.trim() === point.validator
}

/** Of the whole file, `null` where it is not told. */
export function totalBytesOf({ status, headers }: StreamAnswer): number | null {
  return status === 206
    ? (contentRangeOf(headers)?.total ?? null)
    : wholeNumber(headers.get('content-length'))
}

function contentRangeOf(headers: Headers): { first: number; total: number | null } | null {
  const match = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(headers.get('content-range')?.trim() ?? '')
  if (match === null) return null
  return { first: Number(match[1]), total: wholeNumber(match[2]) }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null
}
