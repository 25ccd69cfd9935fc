import { type Block, plainSpan } from './block.ts'

const fence = /^---[ \t]*\r?\n([\s\S]{0,50000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** The fields between the `---` lines before a Markdown page, and the page without them. Of YAML only what fields need. */
export function splitFrontMatter(text: string): { fields: Block[]; rest: string } {
  const match = fence.exec(text)
  if (match === null) return { fields: [], rest: text }
  const fields: { label: string; values: string[] }[] = []
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const field = /^([\p{L}][\p{L}\p{N}_ -]{0,40}?)[ \t]*:(?:[ \t]+(\S.*)|[ \t]*)$/u.exec(line)
    const item = /^\s*-\s+(\S.*)$/.exec(line)
    const last = fields.at(-1)
    if (field !== null) {
      fields.push({ label: field[1] ?? '', values: valuesOf(field[2] ?? '') })
    } else if (last !== undefined && item !== null) {
      last.values.push(unquoted(item[1] ?? ''))
    }
  }
  return {
    fields: fields.map(({ label, values }) => ({
      kind: 'pair',
      label,
      spans: [plainSpan(values.join('\n'))],
    })),
    rest: text.slice(match[0].length),
  }
}

function valuesOf(value: string): string[] {
  if (value === '') return []
  const list = /^\[(.*)\]\s*$/.exec(value)
  return list === null ? [unquoted(value)] : (list[1] ?? '').split(',').map((item) => unquoted(item))
}

function unquoted(given: string): string {
  const text = given.trim()
  if (text.startsWith('"') && text.endsWith('"') && text.length > 1) return fromJson(text)
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1) {
    return text.slice(1, -1).replaceAll("''", "'")
  }
  return text
}

function fromJson(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}
