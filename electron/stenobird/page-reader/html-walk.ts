import {
  attributeOf,
  type Element,
  isBlockwise,
  isEmphasising,
  isUnseen,
  isWrapper,
  type Node,
  type Parent,
} from './html-elements.ts'

/** What surrounds a node. */
export type Context = { emphasised: boolean; href: string | null; unit: object | null }
export const plainContext: Context = { emphasised: false, href: null, unit: null }

export type Visit = {
  text: (value: string, context: Context) => void
  /** What to do with an element: leave it out, go into it, or go into it and do something after its children. */
  element: (element: Element, context: Context) => 'leave' | 'enter' | (() => void)
}

type Step = { node: Node; context: Context } | (() => void)

/** Visits what can be seen below a node, in order. A stack of its own: pages may nest deeper than calls can. */
export function walk(root: Parent, context: Context, visit: Visit): void {
  const steps: Step[] = []
  push(steps, root, context)
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') step()
    else take(step.node, step.context, steps, visit)
  }
}

function take(node: Node, context: Context, steps: Step[], visit: Visit): void {
  if (node.nodeName === '#text' && 'value' in node) visit.text(node.value, context)
  if (!('tagName' in node) || isUnseen(node)) return
  const next = visit.element(node, context)
  if (next === 'leave') return
  if (typeof next === 'function') steps.push(next)
  push(steps, node, contextIn(node, context))
}

function push(steps: Step[], parent: Parent, context: Context): void {
  for (const node of parent.childNodes.toReversed()) steps.push({ node, context })
}

export function contextIn(element: Element, context: Context): Context {
  const href = element.tagName === 'a' ? attributeOf(element, 'href') : context.href
  return { emphasised: context.emphasised || isEmphasising(element), href, unit: unitIn(element, context) }
}

/** The outermost inline element counts: what is inside of it belongs together. */
function unitIn(element: Element, context: Context): object | null {
  if (isBlockwise(element)) return null
  return context.unit ?? (isWrapper(element) ? null : element)
}
