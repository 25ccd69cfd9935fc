import { parseHtml } from '../../html/parse-html.ts'
import { type Block, lineOf, plainSpan, type Span } from './block.ts'
import { flowOf, isBlockwise } from './html-flow.ts'
import { type Element, plainContext, walk } from './html-walk.ts'

/** The visible blocks of an HTML page or of a piece of one. */
export function htmlBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let line: Span[] = []
  let term: string | null = null

  function endParagraph(): void {
    if (lineOf(line) !== '') blocks.push({ kind: 'paragraph', spans: line })
    line = []
  }

  function pair(definition: Element): void {
    if (term !== null) blocks.push({ kind: 'pair', label: term, spans: flowOf(definition) })
    term = null
  }

  walk(parseHtml(text), plainContext, {
    text: (value, context) => {
      line.push({ text: value.replace(/\s+/g, ' '), ...context })
    },
    element: (element) => {
      if (element.tagName === 'br') line.push(plainSpan('\n'))
      if (!isBlockwise(element)) return 'enter'
      endParagraph()
      if (element.tagName === 'dt') term = lineOf(flowOf(element))
      else if (element.tagName === 'dd') pair(element)
      else if (!isContainer(element)) blocks.push(blockOf(element))
      else return endParagraph
      return 'leave'
    },
  })
  endParagraph()
  return blocks
}

function isContainer(element: Element): boolean {
  if (element.tagName === 'li') return hasNestedList(element)
  return !/^(?:h[1-6]|tr|pre)$/.test(element.tagName)
}

function blockOf(element: Element): Block {
  if (element.tagName === 'li') return { kind: 'item', spans: flowOf(element) }
  if (element.tagName === 'tr') return { kind: 'row', cells: cellsOf(element) }
  if (element.tagName === 'pre') return { kind: 'paragraph', spans: flowOf(element) }
  const spans = flowOf(element).map((span) => ({ ...span, emphasised: false }))
  return { kind: 'heading', level: Number(element.tagName.slice(1)), spans }
}

function cellsOf(row: Element): Span[][] {
  return row.childNodes.flatMap((node) =>
    'tagName' in node && (node.tagName === 'td' || node.tagName === 'th') ? [flowOf(node)] : [],
  )
}

function hasNestedList(item: Element): boolean {
  return item.childNodes.some((node) => 'tagName' in node && (node.tagName === 'ul' || node.tagName === 'ol'))
}
