import { parse } from 'yaml'
import { type FrontMatterValue, frontMatterLines } from '../../../shared/formats/front-matter.ts'
import { canonicalJson } from '../../../shared/kept/canonical-json.ts'
import type { LineEnd } from './markers.ts'
import { digestsOf, mergeValue, type ReadValue, readBack } from './merge-value.ts'
import { type YamlPair, yamlPairs } from './yaml-pairs.ts'

export type Properties = Readonly<Record<string, FrontMatterValue>>
type Digests = ReadonlyMap<string, readonly string[]>
type Edit = { start: number; end: number; text: string }

/** More is no person's, and is left alone. */
const longestYaml = 100_000

/**
 * Brings Earmark's properties up to date in YAML that the person may have changed in any way. What they changed, took out or
 * added stays so; their own properties, the order, comments and ways of writing stay to the byte. `null` when that cannot be
 * done beyond doubt; nothing is to be changed then.
 */
export function mergeProperties(
  yaml: string,
  properties: Properties,
  written: Digests,
  lineEnd: LineEnd,
): { yaml: string; written: Digests } | null {
  if (isAllWritten(properties, written)) return { yaml, written }
  if (yaml.length > longestYaml) return null
  const pairs = yamlPairs(yaml)
  if (pairs === null) return null
  const edits: Edit[] = []
  const added: Record<string, FrontMatterValue> = {}
  const digests = new Map(written)
  for (const [name, value] of Object.entries(properties)) {
    const [pair, before, ours] = [pairs.get(name), written.get(name) ?? null, readBack(value)]
    if (pair === undefined) {
      // One that was there and is gone was taken out by the person.
      if (before !== null || digestsOf(ours).length === 0) continue
      added[name] = value
      digests.set(name, digestsOf(ours))
      continue
    }
    const merged = pair.value === undefined ? null : mergeValue(pair.value, ours, before)
    if (merged === null) continue
    if (canonicalJson(merged.value) !== canonicalJson(pair.value)) {
      edits.push(editOf(yaml, pair, linesOfProperty(name, value, merged.value, lineEnd)))
    }
    digests.set(name, merged.digests)
  }
  const next = withEdits(yaml, edits) + inLines(frontMatterLines(added), lineEnd)
  return next === yaml || leavesOthers(yaml, next, properties) ? { yaml: next, written: digests } : null
}

/** Then merging changes nothing, whatever the person made of them: most files need not be understood. */
function isAllWritten(properties: Properties, written: Digests): boolean {
  return Object.entries(properties).every(
    ([name, value]) => digestsOf(readBack(value)).join() === (written.get(name) ?? []).join(),
  )
}

/** Of properties that are all written for the first time. */
export function digestsOfAll(properties: Properties): Digests {
  const read = Object.entries(properties).map(([name, value]) => [name, digestsOf(readBack(value))] as const)
  return new Map(read.filter(([, digests]) => digests.length > 0))
}

/** Without the end of its last line; nothing for one that is to go. */
function linesOfProperty(name: string, ours: FrontMatterValue, value: ReadValue, lineEnd: LineEnd): string {
  if (value === null) return ''
  if (typeof value !== 'string') {
    return value.length === 0
      ? `${name}: []`
      : inLines(frontMatterLines({ [name]: value }), lineEnd).trimEnd()
  }
  return inLines(frontMatterLines({ [name]: ours }), lineEnd).trimEnd()
}

function inLines(text: string, lineEnd: LineEnd): string {
  const lines = text === '{}\n' ? '' : text
  return lineEnd === '\n' ? lines : lines.replaceAll('\n', lineEnd)
}

/** What goes takes its line along, unless something else stands on it. */
function editOf(yaml: string, { start, end }: YamlPair, text: string): Edit {
  const [restOfLine = ''] = /^[ \t]*\r?\n/.exec(yaml.slice(end)) ?? []
  return { start, end: text === '' ? end + restOfLine.length : end, text }
}

function withEdits(yaml: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), yaml)
}

/** A last look: every property that is not Earmark's reads as before. */
function leavesOthers(before: string, after: string, properties: Properties): boolean {
  const [one, other] = [othersIn(before, properties), othersIn(after, properties)]
  return one !== null && one === other
}

function othersIn(yaml: string, properties: Properties): string | null {
  try {
    const values: unknown = parse(yaml) ?? {}
    if (typeof values !== 'object' || values === null) return null
    return canonicalJson(Object.entries(values).filter(([name]) => !Object.hasOwn(properties, name)))
  } catch {
    return null
  }
}
