import { plainSpan, type Span } from './block.ts'
import { contextIn, type Element, plainContext, walk } from './html-walk.ts'

/** Elements that stand on lines of their own. */
const blockNames =
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hgroup h1 h2 h3 h4 h5 h6 html li main ol p pre section summary table tbody td tfoot th thead tr ul'
const blockwise = new Set(blockNames.split(' '))

export function isBlockwise(element: Element): boolean {
  return blockwise.has(element.tagName)
}

/** The text of one element as a single flow, each block in it on a line of its own. */
export function flowOf(element: Element): Span[] {
  const spans: Span[] = []
  const keepsSpace = element.tagName === 'pre'
  const breakLine = (): void => {
    if (spans.length > 0 && spans.at(-1)?.text !== '\n') spans.push(plainSpan('\n'))
  }
  walk(element, contextIn(element, plainContext), {
    text: (value, context) => {
      const text = keepsSpace ? value : value.replace(/\s+/g, ' ')
      // Between blocks, white space is only the layout of the source.
      if (text !== '' && !(text === ' ' && spans.at(-1)?.text === '\n')) spans.push({ text, ...context })
    },
    element: (child) => {
      if (child.tagName === 'br') breakLine()
      if (!isBlockwise(child)) return 'enter'
      breakLine()
      return breakLine
    },
  })
  return spans
}
