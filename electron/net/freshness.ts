const directive = /(?:^|,)\s*([a-z-]{1,40})\s*(?:=\s*"?(\d{1,12})"?)?\s*(?=,|$)/gi
/** RFC 9111, 1.2.2: what is longer counts as this. */
const longestSeconds = 2_147_483_648

/**
 * For how many seconds from now an answer may be taken for unchanged without asking (RFC 9111, 4.2 and 5.2.2), by what it says
 * to a cache of one person. `null` when it says nothing.
 */
export function freshForSeconds(cacheControl: string | null, age: string | null): number | null {
  const said = new Map<string, string | undefined>()
  for (const [, name = '', seconds] of (cacheControl ?? '').slice(0, 2000).matchAll(directive)) {
    const key = name.toLowerCase()
    // Of two that contradict each other, the shorter holds.
    if (!said.has(key) || Number(seconds) < Number(said.get(key))) said.set(key, seconds)
  }
  if (said.has('no-store') || said.has('no-cache')) return 0
  const maxAge = said.get('max-age')
  if (maxAge === undefined) return null
  const held = /^\s*\d{1,10}\s*$/.test(age ?? '') ? Number(age) : 0
  return Math.max(0, Math.min(Number(maxAge), longestSeconds) - held)
}
