import { parseHtml } from '../../html/parse-html.ts'
import { type Block, hardBreak, lineOf, plainSpan, type Span } from './block.ts'
import { type Element, findElement, isBlockwise, type Parent } from './html-elements.ts'
import { flowOf } from './html-flow.ts'
import { plainContext, walk } from './html-walk.ts'

/** The visible blocks of an HTML page or of a piece of one. */
export function htmlBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let line: Span[] = []
  let term: string | null = null
  let listDepth = 0
  /** Whether the next text is an item's own, before the list that stands in it. */
  let inItem = false

  function endLine(): void {
    if (lineOf(line) !== '') {
      blocks.push(
        inItem ? { kind: 'item', level: listDepth, spans: line } : { kind: 'paragraph', spans: line },
      )
      inItem = false
    }
    line = []
  }

  function definition(element: Element): void {
    const spans = flowOf(element)
    const last = blocks.at(-1)
    if (term !== null) blocks.push({ kind: 'pair', label: term, spans })
    // A term with several definitions.
    else if (last?.kind === 'pair') last.spans.push(plainSpan(hardBreak), ...spans)
    term = null
  }

  function leaveContainer(element: Element): () => void {
    if (!isList(element)) return endLine
    listDepth += 1
    return () => {
      endLine()
      listDepth -= 1
    }
  }

  walk(contentOf(parseHtml(text)), plainContext, {
    text: (value, context) => {
      line.push({ text: value.replace(/\s+/g, ' '), ...context })
    },
    element: (element) => {
      if (element.tagName === 'br') line.push(plainSpan(hardBreak))
      if (!isBlockwise(element)) return 'enter'
      endLine()
      if (element.tagName === 'dt') term = lineOf(flowOf(element))
      else if (element.tagName === 'dd') definition(element)
      else if (!isContainer(element)) blocks.push(blockOf(element, listDepth))
      else {
        inItem = element.tagName === 'li'
        return leaveContainer(element)
      }
      return 'leave'
    },
  })
  endLine()
  return blocks
}

/** The part that is this page's own, where the page says so and its title is inside. */
function contentOf(document: Parent): Parent {
  const main = findElement(document, 'main')
  return main !== null && findElement(main, 'h1') !== null ? main : document
}

function isContainer(element: Element): boolean {
  if (element.tagName === 'li') return element.childNodes.some((node) => 'tagName' in node && isList(node))
  return !/^(?:h[1-6]|tr|pre)$/.test(element.tagName)
}

function isList(element: Element): boolean {
  return element.tagName === 'ul' || element.tagName === 'ol'
}

function blockOf(element: Element, listDepth: number): Block {
  if (element.tagName === 'li') return { kind: 'item', level: Math.max(1, listDepth), spans: flowOf(element) }
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
