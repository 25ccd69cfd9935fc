/**
 * The value of a temporal fragment of Media Fragments URI 1.0 (section 4.2.1): `t=12.5` or, with an end, `t=12.5,40`.
 * Both in seconds.
 */
export function timeFragment(startSeconds: number, endSeconds?: number): string {
  const start = secondsText(startSeconds)
  return endSeconds === undefined ? `t=${start}` : `t=${start},${secondsText(endSeconds)}`
}

/** An address of audio or of a page at a time; a fragment that it had gives way. */
export function atTime(address: string, startSeconds: number, endSeconds?: number): string {
  return `${address.replace(/#.*$/s, '')}#${timeFragment(startSeconds, endSeconds)}`
}

/** Milliseconds are enough for anyone, and a number of seconds has no exponent. */
function secondsText(seconds: number): string {
  const clean = Math.min(Math.max(0, seconds), Number.MAX_SAFE_INTEGER / 1000)
  return String(Math.round(clean * 1000) / 1000)
}
