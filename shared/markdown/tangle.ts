/** Brackets and the like in one paragraph. No real one has as many; the longest table of links has a tenth. */
const mostMarks = 5000
/** Lines that belong to a quote or a list without being marked as such, in one paragraph. */
const mostLazyLines = 300
/** Headings by a line of `=` or `-` below them. */
const mostUnderlines = 1000

const blockStart = /^\s{0,20}(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|$)/
const containerStart = /^\s{0,20}(?:[-*+]\s|\d{1,9}[.)]\s|>)/
const underline = /^\s{0,20}(?:=+|-+)\s{0,20}$/

/**
 * Whether the Markdown parser would take quadratic time on a text, which then is to be read as plain text: it moves all
 * later tokens for each bracket it replaces, and goes back over the whole paragraph for each line that continues a
 * quote lazily and over the whole text for each heading by an underline. 25 kB of these kept it busy for ten seconds.
 */
export function isTangled(text: string): boolean {
  let marks = 0
  let lazyLines = 0
  let underlines = 0
  let inContainer = false
  for (const line of text.split(/\r\n|[\n\r]/)) {
    if (blockStart.test(line)) {
      marks = 0
      lazyLines = 0
      inContainer ||= containerStart.test(line)
    } else if (inContainer) lazyLines += 1
    if (underline.test(line)) underlines += 1
    for (const _mark of line.matchAll(/[[\]<&!\\`]/g)) marks += 1
    if (marks > mostMarks || lazyLines > mostLazyLines || underlines > mostUnderlines) return true
  }
  return false
}
