import { type Block, plainSpan } from './block.ts'
import { type SectionName, sectionNamed } from './vocabulary.ts'
import { type YamlMap, type YamlTree, yamlTree } from './yaml-tree.ts'

/** In characters; what is longer is taken for a page between two rules. */
const yamlFence = /^\s{0,100}---[ \t]*\r?\n([\s\S]{0,50000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const tomlFence = /^\s{0,100}\+\+\+[ \t]*\r?\n([\s\S]{0,50000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/

/** The fields between the `---` lines before a Markdown page, and the page without them. */
export function splitFrontMatter(text: string): { fields: Block[]; rest: string } {
  const yaml = yamlFence.exec(text)
  const match = yaml ?? tomlFence.exec(text)
  if (match === null) return { fields: [], rest: text }
  const given = match[1] ?? ''
  const tree = yamlTree(yaml === null ? asYaml(given) : given)
  const found = isMap(tree) ? tree.entries.flatMap(([key, value]) => blocksOf(key, value)) : []
  const pairs = found.filter((block) => block.kind === 'pair')
  const lists = found.filter((block) => block.kind !== 'pair')
  const fields: Block[] = lists.length === 0 ? pairs : [...pairs, ...lists, endOfLists]
  // A line of dashes is also a rule between two parts of a page.
  return fields.length === 0 ? { fields, rest: text } : { fields, rest: text.slice(match[0].length) }
}

const endOfLists: Block = { kind: 'heading', level: 0, spans: [] }

/** The keys of a TOML document before its first table, which is where fields are. */
function asYaml(toml: string): string {
  const [keys = ''] = toml.split(/^[ \t]*\[/m)
  return keys.replace(/^([\w -]{1,60}?)[ \t]*=[ \t]*/gm, '$1: ')
}

function isMap(value: YamlTree): value is YamlMap {
  return typeof value === 'object' && !Array.isArray(value)
}

function blocksOf(key: string, value: YamlTree): Block[] {
  if (typeof value === 'string') return [pair(key, value)]
  const name = sectionNamed(key)
  if (isMap(value)) {
    if (name === 'chapters' || name === 'highlights') return section(key, value.entries.flatMap(labelled))
    // `podcast: {title: …}` is the podcast's title.
    return value.entries.flatMap(([child, inner]) => blocksOf(`${key} ${child}`, inner))
  }
  if (name !== null) return section(key, listBlocks(name, value))
  return [pair(key, value.filter((item) => typeof item === 'string').join('\n'))]
}

function section(key: string, blocks: Block[]): Block[] {
  return [{ kind: 'heading', level: 0, spans: [plainSpan(key)] }, ...blocks]
}

/** Items, or the rows of a table whose columns are named by the keys. */
function listBlocks(name: SectionName, items: readonly YamlTree[]): Block[] {
  const maps = items.filter(isMap)
  const keys = [...new Set(maps.flatMap((map) => map.entries.map(([key]) => key)))]
  // "- Main idea: the words" was meant as words, though to YAML it is a map.
  if (
    name !== 'topics' &&
    maps.every((map) => map.entries.length === 1) &&
    (keys.length > 1 || hasWords(keys[0]))
  ) {
    return items.flatMap((item) => (isMap(item) ? item.entries.flatMap(labelled) : [itemOf(words(item))]))
  }
  const names: Block[] = keys.length === 0 ? [] : [rowOf(keys)]
  const blocks = items.map((item): Block => {
    if (!isMap(item)) return itemOf(words(item))
    const values = new Map(item.entries)
    return rowOf(keys.map((key) => words(values.get(key))))
  })
  return [...names, ...blocks]
}

/** No plain name of a column. */
function hasWords(key: string | undefined): boolean {
  return key !== undefined && !/^[a-z]+(?:_[a-z]+)*$/.test(key)
}

/** `main_idea: the words`, or several of one kind below it, each as an item. */
function labelled([key, value]: YamlMap['entries'][number]): Block[] {
  if (isMap(value)) return [rowOf([key, ...value.entries.map(([, inner]) => words(inner))])]
  const texts = typeof value === 'string' ? [value] : value.map(words)
  const label = hasWords(key) ? key : `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`.replaceAll('_', ' ')
  return texts.filter((text) => text !== '').map((text) => itemOf(`${label}: ${text}`))
}

function words(value: YamlTree | undefined): string {
  return typeof value === 'string' ? value : ''
}

function itemOf(text: string): Block {
  return { kind: 'item', level: 1, spans: [plainSpan(text)] }
}

function rowOf(texts: readonly string[]): Block {
  return { kind: 'row', cells: texts.map((text) => [plainSpan(text)]) }
}

function pair(label: string, value: string): Block {
  return { kind: 'pair', label, spans: [plainSpan(value)] }
}
