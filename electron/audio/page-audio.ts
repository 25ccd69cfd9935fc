import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseHtml } from '../html/parse-html.ts'
import { linkedDataAudio } from './linked-data.ts'

type Element = DefaultTreeAdapterTypes.Element

const audioFile = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac)$/i

/** The kinds of place where a page names audio, the surest first. */
const places = ['element', 'open-graph', 'twitter', 'linked-data', 'link'] as const
type Place = (typeof places)[number]

/** Addresses of audio in a web page, the likeliest first, each once; http and https only. */
export function audioInPage(html: string, pageUrl: string): string[] {
  const elements = elementsOf(parseHtml(html))
  const baseHref = elements.find((element) => element.tagName === 'base' && attribute(element, 'href') !== '')
  const base = (baseHref && URL.parse(attribute(baseHref, 'href'), pageUrl)?.href) ?? pageUrl
  const found = new Map<Place, string[]>(places.map((place) => [place, []]))
  for (const element of elements) {
    for (const [place, address] of audioOf(element)) found.get(place)?.push(address)
  }
  const addresses = places.flatMap((place) => found.get(place) ?? [])
  return [...new Set(addresses.flatMap((address) => absolute(address, base)))]
}

function audioOf(element: Element): [Place, string][] {
  switch (element.tagName) {
    case 'audio':
      return [['element', attribute(element, 'src')]]
    case 'source':
      return isWithinAudio(element) ? [['element', attribute(element, 'src')]] : []
    case 'meta':
      return metaAudio(element)
    case 'script':
      if (attribute(element, 'type').toLowerCase() !== 'application/ld+json') return []
      return linkedDataAudio(textIn(element)).map((address) => ['linked-data', address])
    case 'a': {
      const href = attribute(element, 'href')
      return audioFile.test(href.replace(/[?#].*$/s, '')) ? [['link', href]] : []
    }
    default:
      return []
  }
}

function metaAudio(element: Element): [Place, string][] {
  const name = (attribute(element, 'property') || attribute(element, 'name')).toLowerCase()
  const content = attribute(element, 'content')
  if (/^og:audio(?::(?:secure_)?url)?$/.test(name)) return [['open-graph', content]]
  return name === 'twitter:player:stream' ? [['twitter', content]] : []
}

function isWithinAudio(source: Element): boolean {
  const parent = source.parentNode
  return parent !== null && 'tagName' in parent && parent.tagName === 'audio'
}

/** All elements in the order of the page; by a stack, since pages may nest deeper than calls can. */
function elementsOf(document: DefaultTreeAdapterTypes.Document): Element[] {
  const elements: Element[] = []
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = document.childNodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    elements.push(node)
    for (const child of node.childNodes.toReversed()) waiting.push(child)
  }
  return elements
}

function textIn(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value.trim() ?? ''
}

function absolute(address: string, base: string): string[] {
  if (address === '') return []
  const url = URL.parse(address, base)
  return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : []
}
