import sax from 'sax'
import type { FeedItem } from './feed-item.ts'
import { createFeedNames } from './feed-names.ts'
import { createItemDraft, type ItemDraft, isTextOfItem } from './item-draft.ts'

/** Feeds nest about six deep. The parser's work on a closing tag grows with its depth. */
const deepest = 100
/** Of one element. */
const mostAttributes = 500
/** Of an address or a title; the rest of a longer text is left out. */
const longestText = 4096

/** What the outermost element says the document is; `null` before it has come. */
type DocumentKind = 'feed' | 'other' | null

export type ItemReader = {
  write: (text: string) => void
  end: () => void
  kind: () => DocumentKind
  /** Where the feed says that it goes on with older items (RFC 5005); `null` as long as it says nothing. */
  nextPage: () => string | null
}

/** Thrown out of the parser, which has no other way to be stopped for good. */
class NoFeedError extends Error {}

/**
 * Hands over each item of a feed (RSS 0.9 to 2.0, RSS 1.0, Atom) as it ends, and forgets it. What is not well-formed is read as
 * far as it makes sense; entities of the document's own are never looked at, so none grows and none is fetched.
 */
export function createItemReader(feedUrl: string, take: (item: FeedItem) => void): ItemReader {
  // Forgiving, as browsers are: a stray `&` in one item is no reason to lose the others.
  const parser = sax.parser(false, { lowercase: true, noscript: true, position: false })
  const nameOf = createFeedNames()
  const names: string[] = []
  const bases: (string | null)[] = []
  let kind: DocumentKind = null
  let siteUrl: string | null = null
  let nextUrl: string | null = null
  let item: ItemDraft | null = null
  let itemDepth = 0
  let field: { name: string; depth: number; text: string } | null = null

  /** Against what a relative address is read: what the feed says, else its site and itself, of which it rarely says which. */
  function basesNow(): string[] {
    const stated = bases.findLast((base) => base !== null)
    return [stated ?? siteUrl, stated === undefined ? feedUrl : null].filter(
      (base) => typeof base === 'string',
    )
  }

  /** The same element without text is Atom's, and leads to the feed itself. */
  function siteOf(text: string): string | null {
    return text.trim() === '' ? null : (URL.parse(text.trim(), feedUrl)?.href ?? null)
  }

  function heedLink(attributes: Attributes): void {
    if (leadsOn(attributes.rel)) nextUrl ??= webAddress(attributes.href ?? '', bases.at(-1) ?? feedUrl)
  }

  let attributeCount = 0
  parser.onattribute = () => {
    attributeCount += 1
    if (attributeCount > mostAttributes) throw new NoFeedError()
  }

  parser.onopentag = (tag) => {
    attributeCount = 0
    const attributes = attributesOf(tag)
    const name = nameOf(tag.name, attributes)
    kind ??= isFeedRoot(name) ? 'feed' : 'other'
    if (kind === 'other' || names.length >= deepest) throw new NoFeedError()
    names.push(name)
    bases.push(statedBase(attributes, bases.findLast((base) => base !== null) ?? feedUrl))
    if (item === null && (name === 'item' || name === 'entry')) {
      item = createItemDraft()
      itemDepth = names.length
      return
    }
    item?.open(name, attributes, basesNow())
    if (item === null && name === 'link') heedLink(attributes)
    if (field !== null) return
    const isFieldOfItem = item !== null && isTextOfItem(name, names.slice(itemDepth, -1))
    const isSite = item === null && name === 'link' && names.at(-2) === 'channel'
    if (isFieldOfItem || isSite) field = { name, depth: names.length, text: '' }
  }

  parser.onclosetag = () => {
    if (field !== null && field.depth === names.length) {
      if (item !== null) item.text(field.name, field.text, basesNow())
      else siteUrl ??= siteOf(field.text)
      field = null
    }
    if (item !== null && names.length === itemDepth) {
      const whole = item.item()
      item = null
      take(whole)
    }
    names.pop()
    bases.pop()
  }

  const hear = (text: string): void => {
    if (field !== null && field.text.length < longestText) field.text += text.slice(0, longestText)
  }
  parser.ontext = hear
  parser.oncdata = hear
  // That a comment or an address is very long, say; there is a limit for the whole.
  parser.onerror = () => {
    parser.resume()
  }

  function guarded(step: () => void): void {
    try {
      step()
    } catch (error) {
      if (!(error instanceof NoFeedError)) throw error
      kind = 'other'
    }
  }

  return {
    write: (text) => guarded(() => parser.write(text)),
    end: () => guarded(() => parser.close()),
    kind: () => kind,
    nextPage: () => nextUrl,
  }
}

/** A feed in pages names the next one, one with archives the one before it; of both the second has what the first has not. */
function leadsOn(relation: string | undefined): boolean {
  const said = relation?.trim().toLowerCase()
  return said === 'next' || said === 'prev-archive'
}

function webAddress(written: string, base: string): string | null {
  const url = written.trim() === '' ? null : URL.parse(written.trim(), base)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

function isFeedRoot(name: string): boolean {
  return name === 'rss' || name === 'rdf:rdf' || name === 'feed' || name === 'channel'
}

type Attributes = Readonly<Record<string, string>>

function statedBase(attributes: Attributes, outer: string): string | null {
  const stated = attributes['xml:base']
  return stated === undefined ? null : (URL.parse(stated.trim(), outer)?.href ?? null)
}

/** As they are without namespaces; a value that is missing altogether, as in `<a b=<c>`, is none. */
function attributesOf({ attributes }: { attributes: Readonly<Record<string, unknown>> }): Attributes {
  const written = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.slice(0, longestText)]] : [],
  )
  return Object.fromEntries(written)
}
