import { absoluteAddress, attribute, type ReadPage } from './read-page.ts'

const feedType = /^application\/(?:rss|atom)\+xml\b/i

/** Addresses of the feeds that a page names as its own, each once. Those of its comments come last: they hold no episode. */
export function feedsInPage({ elements, base }: ReadPage): string[] {
  const named = elements.flatMap((element) => {
    const isFeed =
      element.tagName === 'link' &&
      /(?:^|\s)alternate(?:\s|$)/i.test(attribute(element, 'rel')) &&
      feedType.test(attribute(element, 'type'))
    if (!isFeed) return []
    const isOfComments = /comment/i.test(`${attribute(element, 'title')} ${attribute(element, 'href')}`)
    return absoluteAddress(attribute(element, 'href'), base).map((url) => ({ url, isOfComments }))
  })
  named.sort((one, other) => Number(one.isOfComments) - Number(other.isOfComments))
  return [...new Set(named.map(({ url }) => url))]
}
