import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = { childNodes: Node[] }

/** Elements that stand on lines of their own. */
const blockNames =
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hgroup h1 h2 h3 h4 h5 h6 html li main ol p pre section summary table tbody td tfoot th thead tr ul'
const blockwise = new Set(blockNames.split(' '))
const unseen = new Set(
  'script style template noscript nav footer aside svg form iframe head datalist dialog'.split(' '),
)
const emphasising = new Set('b strong em i h1 h2 h3 h4 h5 h6'.split(' '))

export function isBlockwise(element: Element): boolean {
  return blockwise.has(element.tagName)
}

export function isEmphasising(element: Element): boolean {
  return emphasising.has(element.tagName)
}

/** What no reader of the page sees, or what every page of a site has. A button counts when it leads to a time. */
export function isUnseen(element: Element): boolean {
  if (element.tagName === 'button') return !/\d:\d\d/.test(wordsIn(element))
  return unseen.has(element.tagName) || attributeOf(element, 'hidden') !== null
}

/** Nothing but several elements: it groups, and says nothing by itself. */
export function isWrapper(element: Element): boolean {
  let elements = 0
  for (const node of element.childNodes) {
    if ('tagName' in node) elements += 1
    else if ('value' in node && node.value.trim() !== '') return false
  }
  return elements > 1
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((entry) => entry.name === name)?.value ?? null
}

/** The first element of a name, in the order of the page. */
export function findElement(root: Parent, tagName: string): Element | null {
  const waiting: Node[] = root.childNodes.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    if (node.tagName === tagName) return node
    for (const child of node.childNodes.toReversed()) waiting.push(child)
  }
  return null
}

/** What a small element says, two levels deep. */
function wordsIn(element: Element): string {
  const words = (nodes: readonly Node[]) => nodes.flatMap((node) => ('value' in node ? node.value : []))
  const children = element.childNodes.slice(0, 20)
  const inner = children.flatMap((node) => ('tagName' in node ? words(node.childNodes.slice(0, 20)) : []))
  return [...words(children), ...inner].join(' ')
}
