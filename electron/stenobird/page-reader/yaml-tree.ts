import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { withSoundScalars } from './yaml-repair.ts'

/** What front matter says, all scalars as they were written. */
export type YamlTree = string | YamlTree[] | YamlMap
export type YamlMap = { entries: [key: string, value: YamlTree][] }

const deepest = 6
const options = {
  // Scalars stay text: no tags are followed, and 45:40 or 2026-03-04 mean what the rest of the reader makes of them.
  schema: 'failsafe',
  resolveKnownTags: false,
  merge: false,
  strict: false,
  // A look at all keys so far for each key would take quadratic time.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

/** Where it is not YAML, it is read as what whoever wrote it without knowing YAML is likely to have meant. */
export function yamlTree(text: string): YamlTree {
  const document = parseDocument(text, options)
  const isSound = document.errors.length === 0 && document.warnings.length === 0
  return treeOf((isSound ? document : parseDocument(withSoundScalars(text), options)).contents, 0)
}

function treeOf(node: unknown, depth: number): YamlTree {
  if (isScalar(node)) return scalarText(node)
  if (depth >= deepest) return ''
  if (isSeq(node)) return node.items.map((item) => treeOf(item, depth + 1))
  if (isMap(node)) {
    return { entries: node.items.map(({ key, value }) => [keyText(key), treeOf(value, depth + 1)]) }
  }
  // An alias stands for nothing, since a few of them can stand for more than memory holds.
  return ''
}

function keyText(key: unknown): string {
  return isScalar(key) ? scalarText(key) : ''
}

function scalarText({ value, type }: { value: unknown; type?: string | undefined }): string {
  const text = typeof value === 'string' ? value : ''
  return type === 'PLAIN' && /^(?:~|null)$/i.test(text) ? '' : text
}
