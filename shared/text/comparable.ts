/** Added by whoever spreads a link, and not part of where it leads. */
const trackingName =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|ref|ref_src|source|src|via)$/i

/**
 * A page's address without what says nothing of which page it is: scheme, `www.`, a slash at the end, tracking. `null` when it is
 * no web address, or that of a whole site, which is no episode's own.
 */
export function comparableLink(address: string): string | null {
  const url = URL.parse(address.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const host = url.hostname.replace(/^www\./, '')
  const port = url.port === '' ? '' : `:${url.port}`
  const path = readable(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/$/, '')
  const query = [...url.searchParams]
    .filter(([name]) => !trackingName.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
  // Only where the page is an app of its own does it say which.
  const fragment = /^#!?\//.test(url.hash) ? url.hash : ''
  if (path === '' && query === '' && fragment === '') return null
  return `${host}${port}${path}?${query}${fragment}`
}

function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The words of a title: case, accents, punctuation and what is left of markup say nothing. `null` when it has none. */
export function comparableTitle(title: string): string | null {
  const beginning = title.slice(0, 1000)
  const plain = /[&<]/.test(beginning) ? withoutMarkup(beginning) : beginning
  const words = plain
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    // Twice, since ß is SS.
    .toUpperCase()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? null : words
}

function withoutMarkup(title: string): string {
  return title
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (_all, decimal, hex, name) =>
      name === undefined
        ? character(decimal ?? Number.parseInt(hex, 16))
        : (named[name.toLowerCase()] ?? ' '),
    )
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
}

function character(code: string | number): string {
  const point = Number(code)
  return point > 0x10ffff ? ' ' : String.fromCodePoint(point)
}
