import sax from 'sax'
import { mostOutlines, type Outline, outlineSchema } from '../../../shared/models/outline.ts'
import { comparableLink } from '../../../shared/text/comparable.ts'

export type OutlineReading = { kind: 'outlines'; outlines: Outline[] } | { kind: 'refused'; reason: string }

/** Folders of folders of podcasts. The parser’s work on a closing tag grows with its depth. */
const deepest = 50
const mostAttributes = 100
const longestText = 2000

/** Thrown out of the parser, which has no other way to be stopped for good. */
class NotOutlineError extends Error {}

const noOpml = 'It is not a list of podcasts (OPML).'
const ownEntities =
  'It declares entities of its own, as no list of podcasts does and as files do that are made to fill the memory.'

/**
 * A list of subscriptions (OPML 1 and 2): each outline with the address of a feed, however deep it lies, once. Entities of the
 * document’s own are never looked at, so none grows and none is fetched.
 */
export function readOutline(text: string): OutlineReading {
  const outlines = new Map<string, Outline>()
  const parser = sax.parser(false, { lowercase: true, noscript: true, position: false })
  let depth = 0
  let attributeCount = 0
  let isOpml = false

  parser.ondoctype = (declared) => {
    if (/<!ENTITY/i.test(declared)) throw new NotOutlineError(ownEntities)
  }
  parser.onattribute = () => {
    attributeCount += 1
    if (attributeCount > mostAttributes) throw new NotOutlineError(noOpml)
  }
  parser.onopentag = ({ name, attributes }) => {
    attributeCount = 0
    depth += 1
    isOpml ||= depth === 1 && name === 'opml'
    if (!isOpml) throw new NotOutlineError(noOpml)
    if (depth > deepest) throw new NotOutlineError('Its folders lie too deep in each other to be read.')
    if (name !== 'outline') return
    const outline = outlineOf(new Map(Object.entries(attributes)))
    const key = outline === null ? null : comparableLink(outline.feedUrl)
    if (outline === null || key === null || outlines.has(key)) return
    if (outlines.size >= mostOutlines) {
      throw new NotOutlineError(`It has more than ${mostOutlines.toLocaleString('en')} podcasts.`)
    }
    outlines.set(key, outline)
  }
  parser.onclosetag = () => {
    depth -= 1
  }
  // Forgiving, as browsers are: a stray `&` in one title is no reason to lose the others.
  parser.onerror = () => {
    parser.resume()
  }

  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof NotOutlineError)) throw error
    return { kind: 'refused', reason: error.message }
  }
  if (!isOpml) return { kind: 'refused', reason: noOpml }
  return outlines.size === 0
    ? { kind: 'refused', reason: 'It names no podcast by the address of its feed.' }
    : { kind: 'outlines', outlines: [...outlines.values()] }
}

function outlineOf(attributes: ReadonlyMap<string, unknown>): Outline | null {
  const textOf = (...names: readonly string[]): string =>
    names
      .map((name) => attributes.get(name))
      .map((value) => (typeof value === 'string' ? value.trim() : ''))
      .find((value) => value !== '') ?? ''
  const feedUrl = webAddress(textOf('xmlurl', 'feedurl'))
  if (feedUrl === null) return null
  const title = textOf('title', 'text').replace(/\s+/gu, ' ').slice(0, longestText)
  const parsed = outlineSchema.safeParse({
    title: title === '' ? feedUrl.slice(0, longestText) : title,
    feedUrl,
    siteUrl: webAddress(textOf('htmlurl', 'siteurl')),
  })
  return parsed.success ? parsed.data : null
}

/** Apps also write `feed:` for a feed’s scheme. */
function webAddress(written: string): string | null {
  const url = URL.parse(written.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'))
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}
