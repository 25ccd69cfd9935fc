import { linkedDataAudio } from './linked-data.ts'
import { absoluteAddress, attribute, type PageElement, type ReadPage, textIn } from './read-page.ts'

const audioFile = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac)$/i

/** The kinds of place where a page names audio, the surest first. */
const places = ['element', 'open-graph', 'twitter', 'linked-data', 'link'] as const
type Place = (typeof places)[number]

/** Addresses of audio in a web page, the likeliest first, each once; http and https only. */
export function audioInPage({ elements, base }: ReadPage): string[] {
  const found = new Map<Place, string[]>(places.map((place) => [place, []]))
  for (const element of elements) {
    for (const [place, address] of audioOf(element)) found.get(place)?.push(address)
  }
  const addresses = places.flatMap((place) => found.get(place) ?? [])
  return [...new Set(addresses.flatMap((address) => absoluteAddress(address, base)))]
}

function audioOf(element: PageElement): [Place, string][] {
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

function metaAudio(element: PageElement): [Place, string][] {
  const name = (attribute(element, 'property') || attribute(element, 'name')).toLowerCase()
  const content = attribute(element, 'content')
  if (/^og:audio(?::(?:secure_)?url)?$/.test(name)) return [['open-graph', content]]
  return name === 'twitter:player:stream' ? [['twitter', content]] : []
}

function isWithinAudio(source: PageElement): boolean {
  const parent = source.parentNode
  return parent !== null && 'tagName' in parent && parent.tagName === 'audio'
}
