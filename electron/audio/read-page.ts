import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseHtml } from '../html/parse-html.ts'

export type PageElement = DefaultTreeAdapterTypes.Element

/** A page's elements in their order, and what its relative addresses are read against. */
export type ReadPage = { elements: readonly PageElement[]; base: string }

export function readPage(html: string, pageUrl: string): ReadPage {
  const elements = elementsOf(parseHtml(html))
  const baseHref = elements.find((element) => element.tagName === 'base' && attribute(element, 'href') !== '')
  const base = (baseHref && URL.parse(attribute(baseHref, 'href'), pageUrl)?.href) ?? pageUrl
  return { elements, base }
}

/** By a stack, since pages may nest deeper than calls can. */
function elementsOf(document: DefaultTreeAdapterTypes.Document): PageElement[] {
  const elements: PageElement[] = []
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = document.childNodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    elements.push(node)
    for (const child of node.childNodes.toReversed()) waiting.push(child)
  }
  return elements
}

export function textIn(element: PageElement): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

export function attribute(element: PageElement, name: string): string {
  return element.attrs.find((entry) => entry.name === name)?.value.trim() ?? ''
}

/** None when it is no web address. */
export function absoluteAddress(address: string, base: string): string[] {
  if (address === '') return []
  const url = URL.parse(address, base)
  return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : []
}
