import { type Block, lineOf, linesOf, type Span, unitsOf } from './block.ts'
import { type Columns, cellOf, columnsOf } from './columns.ts'

/** The paragraphs, an empty line between them. */
export function readSummary(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'row') return block.cells.map(lineOf).join(' ')
      if (block.kind === 'pair') return `${block.label}: ${lineOf(block.spans)}`
      return block.kind === 'item' ? `- ${lineOf(block.spans)}` : lineOf(block.spans)
    })
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

const topicColumns = [
  ['topic', ['topic', 'topics', 'tag', 'tags', 'name', 'title', 'label', 'keyword', 'subject']],
  ['unused', ['id', 'no', 'nr', 'number', 'slug', 'url', 'count', 'episodes', 'description']],
] as const

/** One topic an item, row or line; a lone line may hold several, between commas, semicolons or dots, or each a link. */
export function readTopics(blocks: readonly Block[]): string[] {
  let columns: Columns<(typeof topicColumns)[number][0]> | null = null
  const lines = blocks.flatMap((block, index) => {
    if (block.kind !== 'row') return topicLines(block)
    const isFirst = blocks[index - 1]?.kind !== 'row'
    if (isFirst) columns = columnsOf(block.cells, topicColumns)
    if (isFirst && columns !== null) return []
    if (columns?.includes('topic')) return [lineOf(cellOf(block.cells, columns, 'topic'))]
    return block.cells
      .map(lineOf)
      .filter((text) => !/^\d{0,4}$/.test(text))
      .slice(0, 1)
  })
  const [only] = lines
  const [block] = blocks
  const listed = lines.length === 1 && only !== undefined && block?.kind === 'paragraph'
  const topics = listed ? only.split(/\s*[,;|·•]\s*/) : lines
  return topics.map((topic) => topic.replace(/^#(?=\S)/, '').trim()).filter((topic) => topic !== '')
}

function topicLines(block: Exclude<Block, { kind: 'row' }>): string[] {
  return block.kind === 'item' ? [lineOf(block.spans)] : linesOf(block.spans).flatMap(partsOfLine)
}

/** A line of nothing but links, or chips, or code, is as many topics. */
function partsOfLine(line: Span[]): string[] {
  const units = unitsOf(line)
  const words = units.filter((unit) => unit[0]?.unit !== null)
  const between = units.filter((unit) => unit[0]?.unit === null).map(lineOf)
  const isList = words.length > 1 && between.every((text) => /^[,;|·•/-]{1,3}$/.test(text))
  return isList ? words.map(lineOf) : [lineOf(line)]
}
