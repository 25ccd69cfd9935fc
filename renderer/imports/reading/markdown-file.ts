import { fromMarkdown } from 'mdast-util-from-markdown'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { isTangled } from '../../../shared/markdown/tangle.ts'

/** One block of a Markdown file, as it is written. */
export type MarkdownPart = {
  kind: 'heading' | 'list' | 'rule' | 'other'
  /** 1 to 6 of a heading. */
  level: number
  source: string
  /** Of a list: each of its entries as it is written, with what is nested in it. */
  items: readonly string[]
}

export type MarkdownFile = {
  /** What its properties say, each as text; lists keep their order. */
  properties: ReadonlyMap<string, readonly string[]>
  parts: readonly MarkdownPart[]
}

const longestFrontMatter = 100_000
const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n|^)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** `null` for a text that would keep the parser busy for minutes, which no program writes. */
export function readMarkdown(text: string): MarkdownFile | null {
  const { given, rest } = splitFrontMatter(text)
  // Marks within lines are not looked for, and cost nothing.
  if (isTangled(rest.replace(/[[\]<&!\\`]/g, ' ')) || isNested(rest)) return null
  return { properties: propertiesOf(given), parts: partsOf(rest) }
}

function splitFrontMatter(text: string): { given: string; rest: string } {
  const beginning = fence.exec(text.slice(0, longestFrontMatter))
  if (beginning === null) return { given: '', rest: text.replace(/^\uFEFF/, '') }
  return { given: beginning[1] ?? '', rest: text.slice(beginning[0].length) }
}

/** Quotes in quotes in lists, which cost the parser time on every line. */
function isNested(text: string): boolean {
  return /^(?:[ \t]{0,8}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){24,}/m.test(text)
}

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const valueSchema = z.union([
  scalarSchema.transform((value) => [value]),
  z.array(z.unknown()).transform((items) =>
    items.flatMap((item) => {
      const scalar = scalarSchema.safeParse(item)
      return scalar.success ? [scalar.data] : []
    }),
  ),
])

/** No dates and no aliases: a few of these stand for more than memory holds. What is no YAML says nothing. */
function propertiesOf(text: string): ReadonlyMap<string, readonly string[]> {
  const options = { schema: 'core', uniqueKeys: false, merge: false, logLevel: 'silent' } as const
  try {
    const given: unknown = parseDocument(text, { ...options, resolveKnownTags: false }).toJS({
      maxAliasCount: 0,
    })
    const entries = z.record(z.string(), z.unknown()).safeParse(given)
    return new Map(
      Object.entries(entries.success ? entries.data : {}).flatMap(([key, value]) => {
        const parsed = valueSchema.safeParse(value)
        return parsed.success ? [[key.trim().toLowerCase(), parsed.data] as const] : []
      }),
    )
  } catch {
    return new Map()
  }
}

/** Only blocks are looked for: what stands within them stays as it is written. */
const blocksOnly = {
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'definition'],
      ...['hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
    ],
  },
}

function partsOf(text: string): MarkdownPart[] {
  const source = (node: Positioned): string =>
    text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  return fromMarkdown(text, { extensions: [blocksOnly] }).children.map((node) => {
    const part = { level: 0, source: source(node), items: [] }
    switch (node.type) {
      case 'heading':
        return { ...part, kind: 'heading', level: node.depth }
      case 'list':
        return { ...part, kind: 'list', items: node.children.map(source) }
      case 'thematicBreak':
        return { ...part, kind: 'rule' }
      default:
        return { ...part, kind: 'other' }
    }
  })
}

type Offset = { offset?: number | undefined }
type Positioned = { position?: { start: Offset; end: Offset } | undefined }

/** The words of a heading without its marks. */
export function headingText({ source }: MarkdownPart): string {
  return source
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(/\s+#+\s*$/, '')
    .trim()
}

/** The first of a property; empty when there is none. */
export function propertyOf({ properties }: MarkdownFile, ...names: readonly string[]): string {
  return names.map((name) => properties.get(name)?.[0]?.trim() ?? '').find((value) => value !== '') ?? ''
}

/** So far into a text a link is looked for: past that, it is no heading's and no beginning's. */
const beginning = 6000

/** `[words](address)` near the beginning of a text. */
export function linkIn(text: string): { words: string; address: string; whole: string } | null {
  const [whole, words = '', address = ''] = link.exec(text.slice(0, beginning)) ?? []
  return whole === undefined ? null : { words: words.replace(/\\([!-/:-@[-`{-~])/g, '$1'), address, whole }
}

const link =
  /\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){0,1000})\]\(\s{0,9}<?([^()<>\s]{1,4000}(?:\([^()\s]{0,500}\)[^()<>\s]{0,4000})?)>?(?:\s{1,9}"[^"]{0,500}")?\s{0,9}\)/
