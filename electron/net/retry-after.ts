/** Longest wait that is believed; what is longer is a mistake or a way of saying never. */
const longestSeconds = 7 * 24 * 3600

/** Seconds of a `Retry-After` header, which holds either seconds or a date (RFC 9110, 10.2.3). */
function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text), longestSeconds)
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) return undefined
  return Math.min(Math.max(0, Math.ceil((at - nowMs) / 1000)), longestSeconds)
}

/** Of an answer. A date counts from when the other side says it answered: our clock may be a year off. */
export function retryAfterOf(headers: ReadonlyMap<string, string>, nowMs: number): number | undefined {
  const servedMs = Date.parse(headers.get('date') ?? '')
  return parseRetryAfter(headers.get('retry-after'), Number.isNaN(servedMs) ? nowMs : servedMs)
}
