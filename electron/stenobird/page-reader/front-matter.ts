import { type Block, plainSpan } from './block.ts'
import { readYaml, type Yaml } from './plain-yaml.ts'
import { sectionNamed } from './vocabulary.ts'

const yamlFence = /^\s{0,100}---[ \t]*\r?\n([\s\S]{0,100000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const tomlFence = /^\s{0,100}\+\+\+[ \t]*\r?\n([\s\S]{0,100000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/

/** The fields between the `---` lines before a Markdown page, and the page without them. Of YAML only what fields need. */
export function splitFrontMatter(text: string): { fields: Block[]; rest: string } {
  const yaml = yamlFence.exec(text)
  const toml = yaml === null ? tomlFence.exec(text) : null
  const match = yaml ?? toml
  if (match === null) return { fields: [], rest: text }
  const given = match[1] ?? ''
  const tree = readYaml(toml === null ? given : given.replace(/^([\w -]{1,60}?)[ \t]*=[ \t]*/gm, '$1: '))
  const found = isMap(tree) ? tree.entries.flatMap(([key, value]) => blocksOf(key, value)) : []
  const pairs = found.filter((block) => block.kind === 'pair')
  const lists = found.filter((block) => block.kind !== 'pair')
  const fields: Block[] = lists.length === 0 ? pairs : [...pairs, ...lists, endOfLists]
  // A line of dashes is also a rule between two parts of a page.
  return fields.length === 0 ? { fields, rest: text } : { fields, rest: text.slice(match[0].length) }
}

const endOfLists: Block = { kind: 'heading', level: 0, spans: [] }

function isMap(value: Yaml): value is { entries: [string, Yaml][] } {
  return typeof value === 'object' && !Array.isArray(value)
}

function blocksOf(key: string, value: Yaml): Block[] {
  if (typeof value === 'string') return [pair(key, value)]
  // `podcast: {title: …}` is the podcast's title.
  if (isMap(value)) return value.entries.flatMap(([child, inner]) => blocksOf(`${key} ${child}`, inner))
  const name = sectionNamed(key)
  if (name === null) return [pair(key, value.filter((item) => typeof item === 'string').join('\n'))]
  return [{ kind: 'heading', level: 0, spans: [plainSpan(key)] }, ...listBlocks(value)]
}

/** Items, or the rows of a table whose columns are named by the keys. */
function listBlocks(items: Yaml[]): Block[] {
  const keys = [...new Set(items.flatMap((item) => (isMap(item) ? item.entries.map(([key]) => key) : [])))]
  const names: Block[] =
    keys.length === 0 ? [] : [{ kind: 'row', cells: keys.map((key) => [plainSpan(key)]) }]
  const blocks = items.map((item): Block => {
    if (!isMap(item))
      return { kind: 'item', level: 1, spans: [plainSpan(typeof item === 'string' ? item : '')] }
    const values = new Map(item.entries)
    return { kind: 'row', cells: keys.map((key) => [plainSpan(words(values.get(key)))]) }
  })
  return [...names, ...blocks]
}

function words(value: Yaml | undefined): string {
  return typeof value === 'string' ? value : ''
}

function pair(label: string, value: string): Block {
  return { kind: 'pair', label, spans: [plainSpan(value)] }
}
