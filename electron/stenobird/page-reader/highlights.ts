import type { Highlight } from '../../../shared/models/episode.ts'
import { highlightKind, highlightOf, readHighlight } from '../reading/highlights.ts'
import { type Block, lineOf, linesOf, type Span, unitsOf } from './block.ts'
import { secondsOfCell } from './chapter-time.ts'
import { type Columns, cellOf, columnsOf } from './columns.ts'

const highlightColumns = [
  ['kind', ['kind', 'type', 'category', 'label']],
  [
    'text',
    ['text', 'highlight', 'highlights', 'words', 'note', 'quote', 'description', 'insight', 'summary'],
  ],
  ['time', ['time', 'start', 'at', 'timestamp', 'start seconds']],
  ['unused', ['no', 'number', 'index', 'nr']],
] as const
type HighlightColumns = Columns<(typeof highlightColumns)[number][0]>

/** Most words of a kind that stands alone. */
const mostWordsOfKind = 4

/** Each an item, a row of kind and words, or a line; or words under a heading, an item or a bold line that names their kind. */
export function readHighlights(blocks: readonly Block[]): Highlight[] {
  let kindAbove = ''
  let columns: HighlightColumns | null = null

  function fromLine(line: Span[], block: Block, next: Block | undefined): Highlight[] {
    const kind = kindAlone(line, block, next)
    if (kind === null) return present(highlightUnder(kindAbove, line))
    kindAbove = kind
    return []
  }

  return blocks.flatMap((block, index): Highlight[] => {
    switch (block.kind) {
      case 'heading':
        kindAbove = withoutColon(lineOf(block.spans))
        return []
      case 'pair':
        return present(highlightOf(kindInWords(block.label), lineOf(block.spans), null))
      case 'row': {
        const isFirst = blocks[index - 1]?.kind !== 'row'
        if (isFirst) columns = columnsOf(block.cells, highlightColumns)
        return isFirst && columns !== null ? [] : present(rowHighlight(block.cells, columns))
      }
      default:
        return linesOf(block.spans).flatMap((line) => fromLine(line, block, blocks[index + 1]))
    }
  })
}

/** The kind that a line names for those below it: a known one, or one in bold or over a deeper list. */
function kindAlone(line: readonly Span[], block: Block, next: Block | undefined): string | null {
  const text = withoutColon(lineOf(line))
  if (highlightKind(text) !== 'other') return text
  if (text.split(' ').length > mostWordsOfKind) return null
  const isBold = line.every((span) => span.emphasised || span.text.trim() === '')
  const isOver = block.kind === 'item' && next?.kind === 'item' && next.level > block.level
  return (isBold && block.kind === 'paragraph' && next !== undefined) || isOver ? text : null
}

function highlightUnder(kindAbove: string, spans: Span[]): Highlight | null {
  const own = markedHighlight(spans) ?? readHighlight(lineOf(spans))
  if (kindAbove === '' || (own !== null && own.kind !== 'other')) return own
  return highlightOf(kindAbove, lineOf(spans), null)
}

/** A kind told by mark-up: **Main idea** The words. One that is not known needs a sign after it as well. */
function markedHighlight(spans: readonly Span[]): Highlight | null {
  const [first = [], ...rest] = markedUnits(spans)
  const [mark] = first
  if (mark === undefined || rest.length === 0 || !(mark.emphasised || mark.unit !== null)) return null
  const kind = withoutColon(lineOf(first))
  const words = lineOf(rest.flat())
  const isParted = /^[:–—-]/.test(words) || /[:：]$/.test(lineOf(first)) || mark.unit !== null
  const isKind = highlightKind(kind) !== 'other' || (isParted && kind.split(' ').length <= mostWordsOfKind)
  if (!isKind || secondsOfCell(kind) !== null || mark.href !== null) return null
  return highlightOf(kindInWords(kind), words.replace(/^[:–—-]\s*/, ''), null)
}

function markedUnits(spans: readonly Span[]): Span[][] {
  const units = unitsOf(spans)
  const [first = [], ...rest] = units
  if (first[0]?.unit !== null) return units
  // What emphasis parts in one run of text.
  const written = first.filter((span) => span.text.trim() !== '')
  const end = written.findIndex((span) => !span.emphasised)
  return end < 1 ? units : [written.slice(0, end), written.slice(end), ...rest]
}

function rowHighlight(cells: readonly Span[][], columns: HighlightColumns | null): Highlight | null {
  if (columns?.includes('text')) {
    const cell = (name: 'kind' | 'text' | 'time') => lineOf(cellOf(cells, columns, name))
    const kind = cell('kind')
    const seconds = secondsOfCell(cell('time'))
    return kind === '' ? readHighlight(cell('text')) : highlightOf(kindInWords(kind), cell('text'), seconds)
  }
  const texts = cells.map(lineOf).filter((text) => text !== '')
  const [kind = '', ...words] = texts
  return words.length === 0 ? readHighlight(kind) : highlightOf(kind, words.join(' '), null)
}

/** `open_question` is a name for "Open question". */
function kindInWords(kind: string): string {
  if (!/^[a-z]+(?:[_-][a-z]+)*$/.test(kind)) return kind
  const words = kind.replace(/[_-]/g, ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

function withoutColon(text: string): string {
  return text.replace(/\s{0,9}[:：]$/, '')
}

function present<Item>(item: Item | null): Item[] {
  return item === null ? [] : [item]
}
