/**
 * The Markdown parser takes quadratic time in the number of lists, quotes and underlined headings, since it moves all that it has
 * found for each one that ends. So a page with many of them is parsed in chunks. A real page is one chunk.
 */
const manyLines = 100
/** Here a list is cut even between two of its lines. */
const tooManyLines = 400

const container = /^\s{0,40}(?:>|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$))/
const underline = /^ {0,3}(?:=+|-+)\s*$/
const fence = /^\s{0,40}(`{3,}|~{3,})/

/** The text cut where a block ends, or at least a line. */
export function markdownChunks(text: string): string[] {
  const chunks: string[] = []
  let start = 0
  let at = 0
  let costly = 0
  let inContainer = false
  let isAfterBlank = false
  let openFence: string | null = null

  for (const line of text.split(/(?<=\n)/)) {
    const beginsBlock = isAfterBlank && /^\S/.test(line)
    const mayCut = openFence === null && (beginsBlock || costly >= tooManyLines)
    if (mayCut && costly >= manyLines) {
      chunks.push(text.slice(start, at))
      start = at
      costly = 0
    }
    openFence = fenceAfter(line, openFence)
    isAfterBlank = line.trim() === ''
    const isContainer = container.test(line)
    // A line without a mark goes on with the item above it, which costs as much.
    if (isContainer || underline.test(line) || (inContainer && !isAfterBlank)) costly += 1
    inContainer = isContainer || (inContainer && !isAfterBlank)
    at += line.length
  }
  chunks.push(text.slice(start))
  return chunks
}

/** The fence that is open behind a line. */
function fenceAfter(line: string, open: string | null): string | null {
  const mark = fence.exec(line)?.[1] ?? null
  if (open === null) return mark
  return mark?.startsWith(open) === true && line.trim() === mark ? null : open
}
