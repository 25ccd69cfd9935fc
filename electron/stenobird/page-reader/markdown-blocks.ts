import { fromMarkdown } from 'mdast-util-from-markdown'
import {
  type Block,
  dropStart,
  hardBreak,
  lineOf,
  linesOf,
  plainSpan,
  type Span,
  splitSpans,
  textOf,
} from './block.ts'
import { type Piece, withEmphasis } from './emphasis.ts'
import { splitFrontMatter } from './front-matter.ts'
import { htmlBlocks } from './html-blocks.ts'
import { markdownChunks } from './markdown-chunks.ts'

type MarkdownNode = ReturnType<typeof fromMarkdown>['children'][number]
type Paragraph = Extract<MarkdownNode, { type: 'paragraph' }>
type PhrasingContent = Paragraph['children'][number]

/** Escaped marks, kept apart until emphasis and tables have been read (private use characters). */
const escaped = ['\\*', '\\_', '\\|'] as const
const standIns = ['\uE0F0', '\uE0F1', '\uE0F2'] as const

/** Quotes in quotes in lists: no page needs more levels, and each costs the parser time on every line. */
const deepestNesting = 12

export function markdownBlocks(text: string): Block[] {
  const { fields, rest } = splitFrontMatter(withKnownMarks(text))
  const guarded = escaped.reduce(
    (result, mark, index) => result.replaceAll(mark, standIns[index] ?? ''),
    rest.replace(/[\uE0F0-\uE0F2]/g, ''),
  )
  const nodes = markdownChunks(flattened(guarded)).flatMap(nodesOf)
  return [...fields, ...withDefinitions(nodes.flatMap((node) => blocksOf(node, 0, 0)))]
}

function nodesOf(text: string): MarkdownNode[] {
  // Emphasis is read by `emphasis.ts`; definitions are not needed, and slow when there are thousands.
  return fromMarkdown(text, { extensions: [{ disable: { null: ['attention', 'definition'] } }] }).children
}

function flattened(text: string): string {
  return text.replace(/^(?:[ \t]{0,8}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13,}/gm, '')
}

/** A page that was put into a fence as a whole, and bullets that Markdown does not know. */
function withKnownMarks(text: string): string {
  const fenced = /^\s{0,100}(`{3,8})(?:markdown|md)?[ \t]*\r?\n([\s\S]*?)\r?\n\1\s{0,100}$/.exec(text)
  return (fenced?.[2] ?? text).replace(/^([ \t]{0,8})[•‣◦▪●○∙·][ \t\u00a0]+(?=\S)/gm, '$1- ')
}

/** `listLevel` is that of the list around the node; 0 in none. */
function blocksOf(node: MarkdownNode, depth: number, listLevel: number): Block[] {
  if (depth > deepestNesting * 2) return []
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, spans: spansOf(node.children) }]
    case 'paragraph':
      return paragraphBlocks(node)
    case 'listItem':
      return node.children.flatMap((child, index) =>
        index === 0 && child.type === 'paragraph'
          ? [{ kind: 'item', level: listLevel, spans: spansOf(child.children) }]
          : blocksOf(child, depth + 1, listLevel),
      )
    case 'list':
      return node.children.flatMap((child) => blocksOf(child, depth + 1, listLevel + 1))
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, depth + 1, listLevel))
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
  const pairs: Extract<Block, { kind: 'pair' }>[] = []
  for (const line of lines) {
    if (!isDefinition(line)) {
      pairs.push({ kind: 'pair', label: restored(lineOf(line)), spans: [] })
      continue
    }
    const definition = restoredSpans(dropStart(line, /^:\s+/.exec(textOf(line))?.[0].length ?? 0))
    const spans = pairs.at(-1)?.spans
    if (spans !== undefined) spans.push(...(spans.length === 0 ? [] : [plainSpan(hardBreak)]), ...definition)
  }
  return pairs
}

/** A paragraph that begins with a colon defines the line above it, from which a blank line parts it. */
function withDefinitions(blocks: Block[]): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const term = result.at(-1)
    const start = block.kind === 'paragraph' ? /^:\s+/.exec(textOf(block.spans)) : null
    if (block.kind === 'paragraph' && start !== null && term?.kind === 'paragraph') {
      result.splice(-1, 1, {
        kind: 'pair',
        label: lineOf(term.spans),
        spans: dropStart(block.spans, start[0].length),
      })
    } else {
      result.push(block)
    }
  }
  return result
}

function spansOf(nodes: readonly PhrasingContent[], restore = true): Span[] {
  const spans = withEmphasis(nodes.flatMap((node) => piecesOf(node, { href: null, unit: null }, 0)))
  return restore ? restoredSpans(spans) : spans
}

function piecesOf(node: PhrasingContent, inside: Pick<Piece, 'href' | 'unit'>, depth: number): Piece[] {
  if (depth > deepestNesting) return []
  switch (node.type) {
    case 'text':
      return [{ text: node.value, ...inside, code: false }]
    case 'inlineCode':
      return [{ text: node.value, ...inside, unit: inside.unit ?? node, code: true }]
    case 'break':
      return [{ text: hardBreak, ...inside, code: true }]
    case 'link':
      return node.children.flatMap((child) => piecesOf(child, { href: node.url, unit: node }, depth + 1))
    case 'html':
      return /^<br\b/i.test(node.value) ? [{ text: hardBreak, ...inside, code: true }] : []
    default:
      return 'children' in node ? node.children.flatMap((child) => piecesOf(child, inside, depth + 1)) : []
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
