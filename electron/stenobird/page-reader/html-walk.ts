import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

/** What surrounds a node. */
export type Context = { emphasised: boolean; href: string | null }
export const plainContext: Context = { emphasised: false, href: null }

export type Visit = {
  text: (value: string, context: Context) => void
  /** What to do with an element: leave it out, go into it, or go into it and do something after its children. */
  element: (element: Element, context: Context) => 'leave' | 'enter' | (() => void)
}

const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'nav',
  'footer',
  'aside',
  'svg',
  'button',
  'form',
  'iframe',
  'head',
])
const emphasising = new Set(['b', 'strong', 'em', 'i', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

type Step = { node: Node; context: Context } | (() => void)

/** Visits what can be seen below a node, in order. A stack of its own: pages may nest deeper than calls can. */
export function walk(root: { childNodes: Node[] }, context: Context, visit: Visit): void {
  const steps: Step[] = []
  push(steps, root, context)
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') step()
    else take(step.node, step.context, steps, visit)
  }
}

function take(node: Node, context: Context, steps: Step[], visit: Visit): void {
  if (node.nodeName === '#text' && 'value' in node) visit.text(node.value, context)
  if (!('tagName' in node) || unseen.has(node.tagName)) return
  const next = visit.element(node, context)
  if (next === 'leave') return
  if (typeof next === 'function') steps.push(next)
  push(steps, node, contextIn(node, context))
}

function push(steps: Step[], parent: { childNodes: Node[] }, context: Context): void {
  for (const node of parent.childNodes.toReversed()) steps.push({ node, context })
}

export function contextIn(element: Element, context: Context): Context {
  const href = element.tagName === 'a' ? attributeOf(element, 'href') : context.href
  return { emphasised: context.emphasised || emphasising.has(element.tagName), href }
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((entry) => entry.name === name)?.value ?? null
}
