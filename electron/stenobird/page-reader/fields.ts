import { type Block, cutSpans, dropStart, lineOf, linesOf, type Span, textOf } from './block.ts'
import { type FieldName, fieldNamed } from './vocabulary.ts'

export type Fields = ReadonlyMap<FieldName, Span[]>

/** A label alone, a label with its value, or anything else. */
type Entry = { label: FieldName | null; value: Span[] | null; spans: Span[] }

/**
 * Finds fields by their labels, in whatever layout: pairs, rows, `Label: value`, or a label whose value is the next line.
 * The first of each counts.
 */
export function fieldsOf(blocks: readonly Block[]): Fields {
  const fields = new Map<FieldName, Span[]>()
  const entries = blocks.flatMap((block, index) => entriesOf(block, blocks[index + 1]))
  let awaited: FieldName | null = null
  for (const { label, value, spans } of entries) {
    if (awaited !== null && value === null) {
      set(fields, awaited, spans)
      awaited = null
    } else if (label !== null && value !== null) {
      set(fields, label, value)
      awaited = null
    } else {
      awaited = label
    }
  }
  return fields
}

function set(fields: Map<FieldName, Span[]>, name: FieldName, value: Span[]): void {
  if (!fields.has(name) && lineOf(value) !== '') fields.set(name, value)
}

function entriesOf(block: Block, next: Block | undefined): Entry[] {
  switch (block.kind) {
    case 'pair':
      return [{ label: fieldNamed(block.label), value: block.spans, spans: block.spans }]
    case 'row':
      return rowEntries(block.cells, next)
    case 'paragraph':
    case 'item':
      return linesOf(block.spans).flatMap(fieldsOfLine).map(lineEntry)
    case 'heading':
      return []
  }
}

/** A row of label and value; or a row of labels over a row of values. */
function rowEntries(cells: Span[][], next: Block | undefined): Entry[] {
  const labels = cells.map((cell) => fieldNamed(lineOf(cell)))
  const [first = [], second = []] = cells
  const namesColumns = labels.length > 1 && labels.every((label) => label !== null)
  if (namesColumns && next?.kind === 'row' && fieldNamed(lineOf(next.cells[0] ?? [])) === null) {
    return labels.map((label, index) => {
      const value = next.cells[index] ?? []
      return { label, value, spans: value }
    })
  }
  return [{ label: labels[0] ?? null, value: second, spans: first }]
}

/** What may stand between a label and its value. */
const separator = /[:：=\t]|\s[-–—|]+(?=\s)/g
const longestLabel = 70

function lineEntry(line: Span[]): Entry {
  const text = textOf(line)
  for (const match of text.slice(0, longestLabel).matchAll(separator)) {
    const label = fieldNamed(text.slice(0, match.index))
    if (label === null) continue
    const value = dropStart(line, match.index + match[0].length)
    return { label, value: lineOf(value) === '' ? null : value, spans: line }
  }
  const marked = markedLabel(line)
  return marked ?? { label: fieldNamed(text), value: null, spans: line }
}

/** "Podcast: The Show | Duration: 45:40": cut before each field but the first. */
function fieldsOfLine(line: Span[]): Span[][] {
  const text = textOf(line)
  if (text.length > longestFieldLine || !isField(text)) return [line]
  const starts: number[] = []
  const leads: number[] = [0]
  for (const match of text.matchAll(/\s?[|·•;,]\s/g)) {
    if (!isField(text.slice(match.index + match[0].length))) continue
    starts.push(match.index)
    leads.push(match[0].length)
  }
  return cutSpans(line, starts).map((part, index) => dropStart(part, leads[index] ?? 0))
}

const longestFieldLine = 2000

function isField(text: string): boolean {
  const [label = '', ...rest] = text.slice(0, longestLabel).split(/[:=]/)
  if (!/^\p{L}/u.test(label)) return false
  const name = rest.length === 0 ? null : fieldNamed(label)
  return name !== null && coreFields.includes(name)
}

/** A label that only mark-up tells from its value: **Podcast** The name; or two elements side by side. */
function markedLabel(line: Span[]): Entry | null {
  const written = line.filter((span) => span.text.trim() !== '')
  const [first] = written
  if (first === undefined || !(first.emphasised || first.unit !== null)) return null
  const end = written.findIndex((span) => span.unit !== first.unit || span.emphasised !== first.emphasised)
  const label = end === -1 ? null : fieldNamed(textOf(written.slice(0, end)))
  return label === null ? null : { label, value: written.slice(end), spans: line }
}

export function fieldText(fields: Fields, name: FieldName): string {
  return lineOf(fields.get(name) ?? [])
}

/** The address in a field: where its link leads, else what it says. */
export function fieldAddress(fields: Fields, name: FieldName): string {
  const spans = fields.get(name) ?? []
  const text = lineOf(spans)
  const href = spans.find((span) => span.href !== null && /^https?:/i.test(span.href))?.href
  return href ?? /https?:\/\/[^\s<>\\]+/i.exec(text)?.[0] ?? text
}

const coreFields: readonly FieldName[] = ['podcast', 'published', 'duration', 'state', 'canonical']
/** Fewer in a row may be words of a section that happen to begin so. */
const fewestStray = 3

/** Where fields begin that stand at the end of a section, as no heading parts them from it; `null` when none do. */
export function strayFieldsStart(blocks: readonly Block[]): number | null {
  const labels = blocks.map((block, index) => {
    const [entry] = entriesOf(block, blocks[index + 1])
    return entry?.label != null && coreFields.includes(entry.label) ? entry.label : null
  })
  const start = labels.findIndex((label) => label !== null)
  const distinct = new Set(labels.slice(start).filter((label) => label !== null))
  return start !== -1 && distinct.size >= fewestStray ? start : null
}

/** A field that holds what otherwise has a section of its own, as one paragraph of it. */
export function fieldBlocks(fields: Fields, name: FieldName): Block[] {
  const spans = fields.get(name)
  return spans === undefined ? [] : [{ kind: 'paragraph', spans }]
}
