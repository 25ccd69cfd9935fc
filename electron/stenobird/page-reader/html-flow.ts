import { hardBreak, plainSpan, type Span } from './block.ts'
import { type Element, isBlockwise } from './html-elements.ts'
import { contextIn, plainContext, walk } from './html-walk.ts'

/** The text of one element as a single flow, each block in it on a line of its own. */
export function flowOf(element: Element): Span[] {
  const spans: Span[] = []
  const keepsSpace = element.tagName === 'pre'
  const breakLine = (): void => {
    if (spans.length > 0 && spans.at(-1)?.text !== hardBreak) spans.push(plainSpan(hardBreak))
  }
  walk(element, contextIn(element, plainContext), {
    text: (value, context) => {
      const text = keepsSpace ? value : value.replace(/\s+/g, ' ')
      // Between blocks, white space is only the layout of the source.
      if (text !== '' && !(text === ' ' && spans.at(-1)?.text === hardBreak)) spans.push({ text, ...context })
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
