/** No paragraph of a real page has as many marks; the longest table of links has a tenth. */
const mostMarks = 5000
const blockStart = /^\s{0,20}(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|$)/

/**
 * Whether some paragraph holds so many brackets and the like that the Markdown parser would take quadratic time on it
 * (it moves all later tokens for each one it replaces). Such a page is read as plain text.
 */
export function isTangled(text: string): boolean {
  let marks = 0
  for (const line of text.split('\n')) {
    if (blockStart.test(line)) marks = 0
    for (const _mark of line.matchAll(/[[\]<&!\\`]/g)) marks += 1
    if (marks > mostMarks) return true
  }
  return false
}
