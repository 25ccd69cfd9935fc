/** A break that the mark-up asks for, unlike `\n`, where a source is merely wrapped. Unicode's line separator. */
export const hardBreak = '\u2028'

/** A stretch of text with what matters of its mark-up. Line breaks in it are `\n` or `hardBreak`. */
export type Span = {
  text: string
  emphasised: boolean
  href: string | null
  /** The inline element (link, code, HTML's span …) that the text is inside of, to tell neighbours apart by identity. */
  unit: object | null
}

/** What every layout is brought down to before anything is looked for in it. */
export type Block =
  /** Level 0 is a list in front matter, which counts only when the page itself has none of its name. */
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  /** `level` is 1 in a list that stands in no other. */
  | { kind: 'item'; level: number; spans: Span[] }
  | { kind: 'row'; cells: Span[][] }
  /** Of a definition list or of front matter. */
  | { kind: 'pair'; label: string; spans: Span[] }

export function plainSpan(text: string): Span {
  return { text, emphasised: false, href: null, unit: null }
}

export function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** The same on one line, trimmed. */
export function lineOf(spans: readonly Span[]): string {
  return textOf(spans).replace(/\s+/g, ' ').trim()
}

/** The spans cut at line breaks; empty lines are left out. */
export function linesOf(spans: readonly Span[]): Span[][] {
  return splitSpans(spans, /[\n\u2028]/).filter((line) => lineOf(line) !== '')
}

/** The spans cut at each `separator`, which is left out. */
export function splitSpans(spans: readonly Span[], separator: string | RegExp): Span[][] {
  const parts: Span[][] = [[]]
  for (const span of spans) {
    span.text.split(separator).forEach((text, index) => {
      if (index > 0) parts.push([])
      if (text !== '') parts.at(-1)?.push({ ...span, text })
    })
  }
  return parts
}

/** The spans cut before each of the positions, which rise. In one pass, however many they are. */
export function cutSpans(spans: readonly Span[], positions: readonly number[]): Span[][] {
  const parts: Span[][] = [[]]
  let next = 0
  let passed = 0
  for (const span of spans) {
    let taken = 0
    for (
      let at = positions[next];
      at !== undefined && at <= passed + span.text.length;
      at = positions[next]
    ) {
      const text = span.text.slice(taken, at - passed)
      if (text !== '') parts.at(-1)?.push({ ...span, text })
      parts.push([])
      taken = at - passed
      next += 1
    }
    if (taken < span.text.length) parts.at(-1)?.push({ ...span, text: span.text.slice(taken) })
    passed += span.text.length
  }
  return parts
}

/** The spans without their first so many characters. */
export function dropStart(spans: readonly Span[], characters: number): Span[] {
  return cutSpans(spans, [characters])[1] ?? []
}

/** The spans of each unit together, and what is in none as it comes. Those without words are left out. */
export function unitsOf(spans: readonly Span[]): Span[][] {
  const units: Span[][] = []
  let last: Span | null = null
  for (const span of spans) {
    if (last !== null && span.unit === last.unit) units.at(-1)?.push(span)
    else units.push([span])
    last = span
  }
  return units.filter((unit) => lineOf(unit) !== '')
}
