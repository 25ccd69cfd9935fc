import type { EpisodeAction, Highlight } from '../../../shared/models/episode.ts'
import { highlightKind, highlightOf, readHighlight } from '../reading/highlights.ts'
import { readWebAddress } from '../reading/web-addresses.ts'
import { withoutEdges } from '../reading/without-edges.ts'
import { type Block, lineOf, linesOf, type Span, textOf } from './block.ts'

/** The paragraphs, an empty line between them. */
export function readSummary(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'row') return block.cells.map(lineOf).join(' ')
      return block.kind === 'item' ? `- ${lineOf(block.spans)}` : lineOf(block.spans)
    })
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** One topic an item, row or line; a lone line may hold several, between commas, semicolons or dots. */
export function readTopics(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(contentLines)
  const [only] = lines
  const [block] = blocks
  const listed = lines.length === 1 && only !== undefined && block?.kind === 'paragraph'
  const topics = listed ? only.split(/\s*[,;|·•]\s*/) : lines
  return topics.map((topic) => topic.replace(/^#(?=\S)/, '').trim()).filter((topic) => topic !== '')
}

function contentLines(block: Block): string[] {
  if (block.kind === 'row') return block.cells.slice(0, 1).map(lineOf)
  if (block.kind === 'item') return [lineOf(block.spans)]
  return linesOf(block.spans).map(lineOf)
}

/** Each an item, a row of kind and words, or a line; or words under a heading that names their kind. */
export function readHighlights(blocks: readonly Block[]): Highlight[] {
  let kindAbove = ''
  return blocks.flatMap((block, index): Highlight[] => {
    switch (block.kind) {
      case 'heading':
        kindAbove = lineOf(block.spans)
        return []
      case 'pair':
        return present(highlightOf(block.label, lineOf(block.spans), null))
      case 'row':
        return isHeaderRow(block.cells, blocks, index) ? [] : present(rowHighlight(block.cells))
      case 'item':
        return present(highlightUnder(kindAbove, block.spans))
      default:
        return linesOf(block.spans).flatMap((line) => present(highlightUnder(kindAbove, line)))
    }
  })
}

function highlightUnder(kindAbove: string, spans: Span[]): Highlight | null {
  const line = lineOf(spans)
  if (kindAbove !== '') return highlightOf(kindAbove, line, null)
  const [first, ...rest] = spans.filter((span) => span.text.trim() !== '')
  // A kind told by emphasis alone: **Main idea** The words.
  if (first?.emphasised === true && highlightKind(first.text) !== 'other' && rest.length > 0) {
    return highlightOf(
      first.text,
      textOf(rest)
        .replace(/^[\s:–—-]+/, '')
        .replace(/\s+/g, ' '),
      null,
    )
  }
  return readHighlight(line)
}

function rowHighlight(cells: Span[][]): Highlight | null {
  const texts = cells.map(lineOf).filter((text) => text !== '')
  const [kind = '', ...words] = texts
  return words.length === 0 ? readHighlight(kind) : highlightOf(kind, words.join(' '), null)
}

/** The first row of a table whose cells are the names of its columns. */
function isHeaderRow(cells: Span[][], blocks: readonly Block[], index: number): boolean {
  const isFirst = blocks[index - 1]?.kind !== 'row'
  return (
    isFirst &&
    cells.every((cell) => /^(?:kind|type|text|highlight|note|words|time|start)?$/i.test(lineOf(cell)))
  )
}

const actionPattern =
  /\b(GET|POST|PUT|PATCH|DELETE)\b[\s`:*|]{1,10}(https?:\/\/[^\s`|)>\]]{1,2000}|\/[^\s`|)>\]]{1,2000})/g

/** A method and an address, then what it does, up to the next. */
export function readActions(blocks: readonly Block[], base: string): EpisodeAction[] {
  const text = blocks.map(actionText).join('\n')
  const matches = [...text.matchAll(actionPattern)]
  return matches.flatMap((match, index) => {
    const url = readWebAddress((match[2] ?? '').replace(/[.,;:]+$/, ''), base)
    if (url === null) return []
    const end = matches[index + 1]?.index ?? text.length
    const description = text.slice(match.index + match[0].length, end).replace(/\s+/g, ' ')
    return [{ method: match[1] ?? 'GET', url, description: withoutEdges(description, '`:*|()<>[]–—-') }]
  })
}

function actionText(block: Block): string {
  if (block.kind === 'row') return block.cells.map(textOf).join(' ')
  if (block.kind === 'pair') return `${block.label} ${textOf(block.spans)}`
  return textOf(block.spans)
}

function present<Item>(item: Item | null): Item[] {
  return item === null ? [] : [item]
}
