import type { EpisodeAction } from '../../../shared/models/episode.ts'
import { readWebAddress } from '../reading/web-addresses.ts'
import { withoutEdges } from '../reading/without-edges.ts'
import { type Block, lineOf, type Span, textOf, unitsOf } from './block.ts'
import { columnsOf } from './columns.ts'

const methods = 'GET|POST|PUT|PATCH|DELETE'
/** A method and an address, with marks or the address's label between them. */
const actionPattern = new RegExp(
  String.raw`\b(${methods})\b[\s${'`'}:*|]{1,10}(?:(?:[Uu][Rr][LlIi]|[Aa]ddress|[Hh]ref|[Pp]ath|[Ee]ndpoint|[Ll]ink)[\s${'`'}:*|]{1,6})?(https?:\/\/[^\s${'`'}|)>\]]{1,2000}|\/[^\s${'`'}|)>\]]{1,2000})`,
  'g',
)
const actionColumns = [
  ['method', ['method', 'verb', 'action']],
  ['url', ['url', 'address', 'href', 'path', 'endpoint', 'link']],
  ['description', ['description', 'what', 'about', 'what it does', 'purpose', 'does']],
] as const

/** A method and an address, then what it does, up to the next; or that before them, where it stands before all of them. */
export function readActions(blocks: readonly Block[], base: string): EpisodeAction[] {
  const text = blocks.map(actionText).join('\n')
  const matches = [...text.matchAll(actionPattern)]
  if (matches.length === 0) return linkedActions(blocks, base)
  const between = [0, ...matches.map((match) => match.index + match[0].length)].map((start, index) =>
    described(text.slice(start, matches[index]?.index ?? text.length)),
  )
  const describedBefore = between[0] !== '' && between.at(-1) === ''
  return matches.flatMap((match, index) => {
    const url = readWebAddress((match[2] ?? '').replace(/[.,;:]{1,5}$/, ''), base)
    if (url === null) return []
    const description = between[describedBefore ? index : index + 1] ?? ''
    return [{ method: (match[1] ?? 'GET').toUpperCase(), url, description }]
  })
}

/** Links that say in words what they do: [Ask for a transcript](https://…) (POST). */
function linkedActions(blocks: readonly Block[], base: string): EpisodeAction[] {
  return blocks.flatMap((block) => {
    const spans = block.kind === 'row' ? block.cells.flat() : block.spans
    const links = unitsOf(spans).filter((unit) => unit[0]?.href != null)
    const [link] = links
    const url = readWebAddress(link?.[0]?.href ?? '', base)
    if (link === undefined || url === null || links.length > 1) return []
    const around = lineOf(spans.filter((span) => span.unit !== link[0]?.unit))
    const method = new RegExp(String.raw`\b(${methods})\b`).exec(around)?.[1] ?? 'GET'
    const words = described(around.replace(method, ' '))
    return [{ method, url, description: words === '' ? described(lineOf(link)) : words }]
  })
}

function described(text: string): string {
  const words = withoutEdges(text.replace(/\s+/g, ' '), '`:*|()<>[]–—-')
  return withoutEdges(
    words
      .replace(/^(?:description|what|about|purpose)\s?:\s?/i, '')
      .replace(/(?:^|\s)(?:method|verb|action)$/i, ''),
    '`:*|()<>[]–—-',
  )
}

function actionText(block: Block): string {
  if (block.kind === 'row')
    return columnsOf(block.cells, actionColumns) === null ? block.cells.map(textOf).join(' ') : ''
  return block.kind === 'pair' ? `${block.label} ${linkedText(block.spans)}` : linkedText(block.spans)
}

const methodLast = new RegExp(String.raw`\b(?:${methods})\b[\s${'`'}:*|]{1,10}$`)

/** The text, but for a link after a method: there it is where the link leads that matters. */
function linkedText(spans: readonly Span[]): string {
  let text = ''
  let replaced: object | null = null
  for (const span of spans) {
    if (span.unit !== null && span.unit === replaced) continue
    replaced = span.href !== null && methodLast.test(text.slice(-30)) ? span.unit : null
    text += replaced === null ? span.text : `${span.href} `
  }
  return text
}
