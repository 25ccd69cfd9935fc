import type { Enclosure, FeedItem } from './feed-item.ts'

/** Of one kind in one item; more is no description of an episode. */
const mostOfAKind = 20

/** Whose text is taken, and which are of the item itself, and not of something within it that has a title of its own. */
const textFields: ReadonlySet<string> = new Set([
  'title',
  'itunes:title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'dc:date',
  'updated',
  'issued',
  'itunes:duration',
])
const others: ReadonlySet<string> = new Set([
  'source',
  'content',
  'content:encoded',
  'summary',
  'description',
  'image',
  'author',
])

/** `within`: the elements of the item that it stands in. What was not closed does not count: HTML's `<br>`, say. */
export function isTextOfItem(name: string, within: readonly string[]): boolean {
  return textFields.has(name) && !within.some((each) => others.has(each))
}

export type ItemDraft = {
  /** An element within the item began. */
  open: (name: string, attributes: Readonly<Record<string, string>>, bases: readonly string[]) => void
  /** An element that `isTextOfItem` ended, with all its text. */
  text: (name: string, text: string, bases: readonly string[]) => void
  item: () => FeedItem
}

/** Gathers what the elements of one item say. */
export function createItemDraft(): ItemDraft {
  const titles: string[] = []
  const links: string[] = []
  const enclosures: Enclosure[] = []
  let guid: string | null = null
  let published: string | null = null
  let duration: string | null = null

  function addEnclosure(
    address: string | undefined,
    type: string | undefined,
    bases: readonly string[],
  ): void {
    const urls = readings(address ?? '', bases)
    if (urls.length > 0 && enclosures.length < mostOfAKind) enclosures.push({ urls, type: type ?? '' })
  }

  function addLinks(address: string, bases: readonly string[]): void {
    if (links.length < mostOfAKind) links.push(...readings(address, bases))
  }

  function openLink(attributes: Readonly<Record<string, string>>, bases: readonly string[]): void {
    const relation = attributes.rel?.trim().toLowerCase() ?? 'alternate'
    const address = attributes.href
    if (address === undefined) return
    if (relation === 'enclosure') addEnclosure(address, attributes.type, bases)
    if (relation === 'alternate') addLinks(address, bases)
  }

  return {
    open: (name, attributes, bases) => {
      switch (name) {
        case 'enclosure':
          addEnclosure(attributes.url ?? attributes.href, attributes.type, bases)
          return
        case 'media:content':
          addEnclosure(attributes.url, attributes.type ?? attributes.medium, bases)
          return
        case 'podcast:source':
          addEnclosure(attributes.uri, attributes.contenttype, bases)
          return
        case 'link':
          openLink(attributes, bases)
      }
    },
    text: (name, written, bases) => {
      const text = written.trim()
      if (text === '') return
      switch (name) {
        case 'title':
        case 'itunes:title':
          if (titles.length < mostOfAKind) titles.push(text)
          return
        case 'link':
          addLinks(text, bases)
          return
        case 'guid':
        case 'id':
          guid ??= text
          return
        case 'pubdate':
        case 'published':
          published = text
          return
        // Said less exactly, or for want of the others.
        case 'dc:date':
        case 'updated':
        case 'issued':
          published ??= text
          return
        case 'itunes:duration':
          duration ??= text
      }
    },
    item: () => ({ titles, guid, links, published, duration, enclosures }),
  }
}

/** Web addresses that a written one can mean. */
function readings(written: string, bases: readonly string[]): string[] {
  const address = written.trim()
  if (address === '') return []
  const urls = bases.map((base) => URL.parse(address, base))
  return [
    ...new Set(urls.flatMap((url) => (url !== null && /^https?:$/.test(url.protocol) ? [url.href] : []))),
  ]
}
