import { anchorQuote } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'

/** On one line, without what makes it Markdown; `null` of a mark without words, and without a quote. */
export function firstWords({ body, anchor }: Annotation): string | null {
  const line = plainLine(body)
  if (line !== '') return line.slice(0, 240)
  const quote = anchorQuote(anchor)
  return quote === null || quote === '' ? null : `“${quote.slice(0, 200)}”`
}

/** The beginning of a text in Markdown on one line, without its marks. */
export function plainLine(markdown: string): string {
  return markdown
    .slice(0, 600)
    .replace(/^[\s>#*+-]+/gm, '')
    .replace(/[*_`[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
