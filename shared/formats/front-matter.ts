import { Document, Scalar } from 'yaml'
import { oneLine } from './plain-text.ts'

/** A date, or date and time, as Obsidian understands it: `2026-03-04`, `2026-03-04T10:30:00`. */
export type FrontMatterDate = { date: string }
export type FrontMatterValue = string | number | boolean | FrontMatterDate | readonly string[] | null

/** YAML between lines of `---`: flat, each value on one line; a key without a value is left out. */
export function frontMatter(fields: Readonly<Record<string, FrontMatterValue>>): string {
  return `---\n${frontMatterLines(fields)}---\n`
}

/** The same without the lines around it. */
export function frontMatterLines(fields: Readonly<Record<string, FrontMatterValue>>): string {
  const document = new Document({})
  for (const [key, value] of Object.entries(fields)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue
    document.set(key, nodeOf(value))
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function nodeOf(value: Exclude<FrontMatterValue, null>): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'object' && 'date' in value) return plain(value.date)
  return typeof value === 'object' ? value.map(text) : value
}

/** In quotes, always: `No`, `1:30` and `2026-03-04` stay what they are for readers of any version of YAML. */
function text(value: string): Scalar {
  const scalar = new Scalar(oneLine(value))
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

function plain(value: string): Scalar {
  const scalar = new Scalar(value)
  scalar.type = Scalar.PLAIN
  return scalar
}

/** The date of an instant (ISO 8601 UTC). */
export function dateOf(instant: string): FrontMatterDate {
  return { date: instant.slice(0, 10) }
}

/** The same with its time, in UTC and to the second. */
export function dateTimeOf(instant: string): FrontMatterDate {
  return { date: instant.slice(0, 19) }
}

/** A topic as a tag: no spaces, letters first, none of what would end it; `null` when nothing is left. */
export function tagOf(topic: string): string | null {
  const tag = oneLine(topic)
    .replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '')
  return /[^\d]/.test(tag) ? tag : null
}
