import { digestOf } from './digest.ts'

/**
 * What the first marker says of what Earmark wrote last: the digest of its part, and of each property, or of each item of one
 * that is a list. It lies in the file itself, so that another computer that has the folder too knows it.
 */
type Written = { part: string; properties: ReadonlyMap<string, readonly string[]> }

export type LineEnd = '\n' | '\r\n'

/** A file with Earmark's part between two markers. `before` and `after`, which begins with the second one, are the person's. */
export type MarkedText = {
  before: string
  /** With `\n` at the ends of its lines, whatever they are in the file. */
  part: string
  written: Written
  lineEnd: LineEnd
  after: string
}

/** Lines end with `\n` here, as they do for whoever shows them: a lone `\r` or U+2028 begins none. */
const anyMarker = /(?<![^\n])%% earmark:(?:begin|end)\b[^\n]*/g
const firstMarker = /^%% earmark:begin ([\da-f]{16})((?: [a-z-]+=[\da-f+]*)*) %%[ \t]*\r?$/
const lastMarker = /^%% earmark:end\b[^\n]*%%[ \t]*\r?$/

/** `null` when there is not exactly one pair of whole markers: then nobody can say what is Earmark's. */
export function markedText(text: string): MarkedText | null {
  const [first, last, ...others] = text.matchAll(anyMarker)
  if (first === undefined || last === undefined || others.length > 0) return null
  const [line] = first
  const [, part, properties] = firstMarker.exec(line) ?? []
  if (part === undefined || properties === undefined || !lastMarker.test(last[0])) return null
  const lineEnd = line.endsWith('\r') ? '\r\n' : '\n'
  const inside = text.slice(first.index + line.length + 1, last.index)
  return {
    before: text.slice(0, first.index),
    part: inside.replaceAll('\r\n', '\n').replace(/\n$/, ''),
    written: { part, properties: readProperties(properties) },
    lineEnd,
    after: text.slice(last.index),
  }
}

/** Whether the part between the markers is as it was written. */
export function isAsWritten({ part, written }: MarkedText): boolean {
  return digestOf(part, 16) === written.part
}

export function textOf({ before, part, written, lineEnd, after }: MarkedText): string {
  const ours = `${firstLine(written)}\n${part}\n`
  return `${before}${lineEnd === '\n' ? ours : ours.replaceAll('\n', '\r\n')}${after}`
}

/** Of a file that is new. */
export const newEnd = '%% earmark:end · what stands outside of these two lines is yours %%\n'

function firstLine({ part, properties }: Written): string {
  const said = Array.from(properties, ([name, digests]) => ` ${name}=${digests.join('+')}`)
  return `%% earmark:begin ${part}${said.join('')} %%`
}

function readProperties(text: string): Map<string, string[]> {
  const pairs = text.split(' ').filter((pair) => pair !== '')
  return new Map(
    pairs.map((pair) => {
      const cut = pair.indexOf('=')
      const digests = pair.slice(cut + 1)
      return [pair.slice(0, cut), digests === '' ? [] : digests.split('+')]
    }),
  )
}

/**
 * Text of ours as it is read back: no line of it is taken for a marker, it leaves no comment of Obsidian's open, and its lines end
 * with `\n`, also those that a template takes from a note or the service as they are.
 */
export function withoutMarkers(text: string): string {
  const harmless = text.replace(/\r\n?/g, '\n').replace(/^%%(?= earmark:(?:begin|end)\b)/gm, '&#37;%')
  const comments = harmless.split('%%')
  if (comments.length % 2 === 1) return harmless
  const last = comments.pop() ?? ''
  return `${comments.join('%%')}%&#37;${last}`
}
