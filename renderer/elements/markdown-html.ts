import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { PlainMarkdown } from './markdown.tsx'

/** Markdown as HTML for other programs, by the same rules as in the page: HTML in it is text. */
export function markdownHtml(text: string): string {
  const place = document.createElement('div')
  const root = createRoot(place)
  flushSync(() => root.render(createElement(PlainMarkdown, { text })))
  const html = place.innerHTML
  root.unmount()
  return html
}
