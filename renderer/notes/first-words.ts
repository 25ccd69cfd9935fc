import { anchorQuote } from '../../shared/models/anchor.ts'
import type { Annotation } from '../../shared/models/annotation.ts'

/** On one line, without what makes it Markdown; `null` of a mark without words, and without a quote. */
export function firstWords({ body, anchor }: Annotation): string | null {
  const line = plainLine(body, 600)
  if (line !== '') return line.slice(0, 240)
  const quote = anchorQuote(anchor)
  return quote === null || quote === '' ? null : `“${quote.slice(0, 200)}”`
}

/** Of a text in Markdown at most its first `most` characters, on one line and without its marks. */
export function plainLine(markdown: string, most: number): string {
  return markdown
    .slice(0, most)
    .replace(/^[\s>#*+-]+/gm, '')
    .replace(/\]\([^()\s]*\)/g, '')
    .replace(/[*`[\]]/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
