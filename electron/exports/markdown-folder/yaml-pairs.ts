import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ReadValue } from './merge-value.ts'

/** A property as it lies in the text. */
export type YamlPair = {
  /** From its name to the end of its value. */
  start: number
  end: number
  /** `undefined` for one that is no simple text or list of them, or is written in a way that nothing of ours is. */
  value: ReadValue | undefined
}

/** The properties of one flat block of YAML by their names; `null` for whatever else it is. */
export function yamlPairs(yaml: string): Map<string, YamlPair> | null {
  const document = parseDocument(yaml, { keepSourceTokens: false })
  if (document.errors.length > 0) return null
  const pairs = new Map<string, YamlPair>()
  if (document.contents === null) return pairs
  if (!isMap(document.contents))
    return isScalar(document.contents) && document.contents.value === null ? pairs : null
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !key.range) return null
    const [start, keyEnd] = key.range
    // In braces, or further in than what would be added below.
    if (start > 0 && yaml[start - 1] !== '\n') return null
    const range = isScalar(value) || isSeq(value) ? value.range : null
    const [valueStart, end] = range ?? [keyEnd, keyEnd]
    const isPlain =
      range != null &&
      !isAlias(value) &&
      /^[ \t]*:\s*$/.test(yaml.slice(keyEnd, Math.max(keyEnd, valueStart))) &&
      !/(?:^|\s)[#&!*]/.test(yaml.slice(valueStart, end).replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""'))
    pairs.set(String(key.value), {
      start,
      end: start + yaml.slice(start, end).trimEnd().length,
      value: isPlain ? readValue(value) : undefined,
    })
  }
  return pairs
}

function readValue(node: unknown): ReadValue | undefined {
  if (isScalar(node)) return node.value === null ? null : scalarText(node.value)
  if (!isSeq(node)) return undefined
  const items = node.items.map((item) => (isScalar(item) ? scalarText(item.value) : undefined))
  return items.every((item) => item !== undefined) ? items : undefined
}

function scalarText(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
}
