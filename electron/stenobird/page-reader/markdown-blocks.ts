import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Block, lineOf, linesOf, plainSpan, type Span, splitSpans, textOf } from './block.ts'
import { type Piece, withEmphasis } from './emphasis.ts'
import { splitFrontMatter } from './front-matter.ts'
import { htmlBlocks } from './html-blocks.ts'

type MarkdownNode = ReturnType<typeof fromMarkdown>['children'][number]
type Paragraph = Extract<MarkdownNode, { type: 'paragraph' }>
type PhrasingContent = Paragraph['children'][number]

/** Escaped marks, kept apart until emphasis and tables have been read (private use characters). */
const escaped = ['\\*', '\\_', '\\|'] as const
const standIns = ['\uE0F0', '\uE0F1', '\uE0F2'] as const

/** Quotes in quotes in lists: no page needs more levels, and each costs the parser time on every line. */
const deepestNesting = 12

export function markdownBlocks(text: string): Block[] {
  const { fields, rest } = splitFrontMatter(text)
  const guarded = escaped.reduce(
    (result, mark, index) => result.replaceAll(mark, standIns[index] ?? ''),
    rest.replace(/[\uE0F0-\uE0F2]/g, ''),
  )
  const tree = fromMarkdown(flattened(guarded), {
    // Emphasis is read by `emphasis.ts`; definitions are not needed, and slow when there are thousands.
    extensions: [{ disable: { null: ['attention', 'definition'] } }],
  })
  return [...fields, ...tree.children.flatMap((node) => blocksOf(node, 0))]
}

function flattened(text: string): string {
  return text.replace(/^(?:[ \t]{0,8}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13,}/gm, '')
}

function blocksOf(node: MarkdownNode, depth: number): Block[] {
  if (depth > deepestNesting * 2) return []
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, spans: spansOf(node.children) }]
    case 'paragraph':
      return paragraphBlocks(node)
    case 'listItem':
      return node.children.flatMap((child, index) =>
        index === 0 && child.type === 'paragraph'
          ? [{ kind: 'item', spans: spansOf(child.children) }]
          : blocksOf(child, depth + 1),
      )
    case 'list':
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, depth + 1))
    case 'code':
      return [{ kind: 'paragraph', spans: [plainSpan(restored(node.value))] }]
    case 'html':
      return htmlBlocks(restored(node.value))
    default:
      return []
  }
}

function paragraphBlocks(paragraph: Paragraph): Block[] {
  const spans = spansOf(paragraph.children, false)
  return tableRows(spans) ?? definitions(spans) ?? [{ kind: 'paragraph', spans: restoredSpans(spans) }]
}

/** A table of GitHub's kind, which CommonMark takes for a paragraph: its second line is dashes and bars. */
function tableRows(spans: readonly Span[]): Block[] | null {
  const lines = linesOf(spans)
  const [, second] = lines
  if (second === undefined || !/^[|\s:-]*-[|\s:-]*$/.test(textOf(second)) || !textOf(second).includes('|')) {
    return null
  }
  return lines
    .filter((_line, index) => index !== 1)
    .map((line) => ({ kind: 'row', cells: cellsOf(line).map(restoredSpans) }))
}

function cellsOf(line: readonly Span[]): Span[][] {
  const cells = splitSpans(line, '|')
  const first = cells[0] !== undefined && lineOf(cells[0]) === '' ? 1 : 0
  const last = cells.length > 1 && lineOf(cells.at(-1) ?? []) === '' ? cells.length - 1 : cells.length
  return cells.slice(first, last)
}

/** `Term`, then `: Definition` on the next line, as several dialects write definition lists. */
function definitions(spans: readonly Span[]): Block[] | null {
  const lines = linesOf(spans)
  const isDefinition = (line: readonly Span[] | undefined) => line !== undefined && /^:\s/.test(textOf(line))
  if (!lines.some(isDefinition) || isDefinition(lines[0])) return null
  const pairs: Block[] = []
  for (const [index, line] of lines.entries()) {
    if (isDefinition(line) || !isDefinition(lines[index + 1])) continue
    const definition = textOf(lines[index + 1] ?? []).replace(/^:\s+/, '')
    pairs.push({ kind: 'pair', label: restored(lineOf(line)), spans: [plainSpan(restored(definition))] })
  }
  return pairs
}

function spansOf(nodes: readonly PhrasingContent[], restore = true): Span[] {
  const spans = withEmphasis(nodes.flatMap((node) => piecesOf(node, null, 0)))
  return restore ? restoredSpans(spans) : spans
}

function piecesOf(node: PhrasingContent, href: string | null, depth: number): Piece[] {
  if (depth > deepestNesting) return []
  switch (node.type) {
    case 'text':
      return [{ text: node.value, href, code: false }]
    case 'inlineCode':
      return [{ text: node.value, href, code: true }]
    case 'break':
      return [{ text: '\n', href, code: true }]
    case 'link':
      return node.children.flatMap((child) => piecesOf(child, node.url, depth + 1))
    case 'html':
      return /^<br\b/i.test(node.value) ? [{ text: '\n', href, code: true }] : []
    default:
      return 'children' in node ? node.children.flatMap((child) => piecesOf(child, href, depth + 1)) : []
  }
}

function restoredSpans(spans: readonly Span[]): Span[] {
  return spans.map((span) => ({ ...span, text: restored(span.text) }))
}

function restored(text: string): string {
  return standIns.reduce(
    (result, standIn, index) => result.replaceAll(standIn, escaped[index]?.slice(1) ?? ''),
    text,
  )
}
