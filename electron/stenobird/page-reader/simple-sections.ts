import { type Block, lineOf, linesOf, type Span, unitsOf } from './block.ts'
import { columnsOf } from './columns.ts'

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

const topicColumns = [['topic', ['topic', 'topics', 'tag', 'tags', 'name', 'keyword', 'subject']]] as const

/** One topic an item, row or line; a lone line may hold several, between commas, semicolons or dots, or each a link. */
export function readTopics(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(topicLines)
  const [only] = lines
  const [block] = blocks
  const listed = lines.length === 1 && only !== undefined && block?.kind === 'paragraph'
  const topics = listed ? only.split(/\s*[,;|·•]\s*/) : lines
  return topics.map((topic) => topic.replace(/^#(?=\S)/, '').trim()).filter((topic) => topic !== '')
}

function topicLines(block: Block, index: number, blocks: readonly Block[]): string[] {
  switch (block.kind) {
    case 'row': {
      const isFirst = blocks[index - 1]?.kind !== 'row'
      const isHeading = isFirst && columnsOf(block.cells, topicColumns) !== null
      const words = block.cells.map(lineOf).filter((text) => !/^\d{0,4}$/.test(text))
      return isHeading ? [] : words.slice(0, 1)
    }
    case 'pair':
      return linesOf(block.spans).flatMap(partsOfLine)
    case 'item':
      return [lineOf(block.spans)]
    default:
      return linesOf(block.spans).flatMap(partsOfLine)
  }
}

/** A line of nothing but links, or chips, or code, is as many topics. */
function partsOfLine(line: Span[]): string[] {
  const units = unitsOf(line)
  const words = units.filter((unit) => unit[0]?.unit !== null)
  const between = units.filter((unit) => unit[0]?.unit === null).map(lineOf)
  const isList = words.length > 1 && between.every((text) => /^[,;|·•/-]{1,3}$/.test(text))
  return isList ? words.map(lineOf) : [lineOf(line)]
}
