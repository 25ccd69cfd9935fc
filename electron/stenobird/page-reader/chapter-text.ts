import { withoutEdges } from '../reading/without-edges.ts'
import { hardBreak, lineOf, linesOf, type Span, splitSpans, textOf, unitsOf } from './block.ts'

export type ChapterText = { title: string; description: string }

/** More would not be a title. */
const longestTitle = 200
const mostWordsOfTitlePart = 8

/**
 * Splits what follows a chapter's time into title and description. Where mark-up tells them apart (emphasis, a link,
 * a line break) it decides. In plain words the title ends at its first ": ". It goes on over that colon when what
 * stands up to the next one reads like a title too (at most eight words, half of them or more capitalised, no end of a sentence)
 * and what follows does not go on in lower case: "AI: Friend or Foe: How it is used." has the title "AI: Friend or Foe", and
 * "Networks: A short history: Rome." has "Networks". A colon without a space after it never splits.
 */
export function splitChapterText(spans: readonly Span[]): ChapterText {
  return (
    splitAtBreak(spans) ??
    splitByMarkup(spans) ??
    splitByBoxes(spans) ??
    splitByBar(spans) ??
    splitByLines(spans) ??
    splitByQuotes(lineOf(spans)) ??
    splitByColon(lineOf(spans))
  )
}

/** The title anew, when its description turns out to stand elsewhere and what a colon cut off reads like a title too. */
export function joinedAsTitle({ title, description }: ChapterText): ChapterText {
  if (description === '' || !readsLikeTitle(description)) return { title, description }
  return { title: `${title}: ${description}`, description: '' }
}

/** A break that somebody put there on purpose ends the title, whatever colons it holds. */
function splitAtBreak(spans: readonly Span[]): ChapterText | null {
  const [first = [], ...rest] = splitSpans(spans, hardBreak).filter((line) => lineOf(line) !== '')
  if (rest.length === 0 || lineOf(first).length > longestTitle) return null
  const { title, description } = splitByMarkup(first) ?? {
    title: withoutSeparator(lineOf(first)),
    description: '',
  }
  const below = rest.map(lineOf).join(' ')
  return { title, description: description === '' ? below : `${description} ${below}` }
}

/** Elements that stand side by side without so much as a space between them are boxes on the page. */
function splitByBoxes(spans: readonly Span[]): ChapterText | null {
  const units = unitsOf(spans)
  const [first = [], second = []] = units
  const isBox = units.every((unit) => unit[0]?.unit != null) && units.length > 1
  if (!isBox || /\s$/.test(textOf(first)) || /^\s/.test(textOf(second))) return null
  return {
    title: withoutSeparator(lineOf(first)),
    description: afterSeparator(textOf(units.slice(1).flat())),
  }
}

/** A tab, or a bar or an arrow before any colon. */
function splitByBar(spans: readonly Span[]): ChapterText | null {
  const [first = '', ...rest] = textOf(spans)
    .trim()
    .split(/\t+|(?<=^[^:：]{1,200}) (?:[|→]|->) /)
  if (rest.length === 0) return null
  return { title: withoutSeparator(first), description: rest.join(' ').replace(/\s+/g, ' ') }
}

function splitByMarkup(spans: readonly Span[]): ChapterText | null {
  const start = spans.findIndex((span) => span.text.trim() !== '')
  const first = spans[start]
  if (first === undefined || !isMarked(first)) return null
  const length = spans.slice(start).findIndex((span) => !isMarked(span) && /[\S\n\u2028]/.test(span.text))
  if (length === -1) return { title: withoutSeparator(lineOf(spans)), description: '' }
  const after = textOf(spans.slice(start + length))
  // Emphasis on a part of the title only ("*Why* we sleep: …") says nothing about where it ends.
  const marked = textOf(spans.slice(start, start + length))
  // A colon that the emphasis takes in is the title's, so the emphasis ends where the title does.
  const isParted = /^\s*[:：–—|-]|^\s*[\n\u2028]/.test(after) || /[:：](?:\s|$)/.test(marked)
  if (!isParted && !standsApart(first.text, after)) return null
  const title = withoutSeparator(lineOf(spans.slice(start, start + length)))
  return { title, description: afterSeparator(after) }
}

/** Several words in emphasis before a new sentence: "_The title_ What it is." */
function standsApart(marked: string, after: string): boolean {
  return /\S\s+\S/.test(marked.trim()) && /^\s+\p{Lu}/u.test(after) && !/[:：]\s/.test(after)
}

function isMarked(span: Span): boolean {
  return span.emphasised || span.href !== null
}

function splitByLines(spans: readonly Span[]): ChapterText | null {
  const [first, ...rest] = linesOf(spans).map(lineOf)
  if (first === undefined || rest.length === 0 || first.length > longestTitle || /: /.test(first)) return null
  return { title: withoutSeparator(first), description: rest.join(' ') }
}

/** A title in quotes, whatever colons it holds. */
function splitByQuotes(text: string): ChapterText | null {
  const [, title, description] = /^(["“«][^"”»]{1,200}["”»])(?:[:：] +|[:：]?$)(.*)$/.exec(text) ?? []
  return title === undefined || description === undefined ? null : { title, description }
}

function splitByColon(text: string): ChapterText {
  const parts = text.split(/[:：](?: +|$)/)
  if (parts.length === 1) return splitByDash(text)
  let title = parts[0] ?? ''
  let taken = 1
  while (taken < parts.length - 1) {
    const part = parts[taken] ?? ''
    const longer = `${title}: ${part}`
    if (!readsLikeTitle(part) || !beginsSentence(parts[taken + 1] ?? '') || longer.length > longestTitle)
      break
    title = longer
    taken += 1
  }
  return { title: withoutSeparator(title), description: parts.slice(taken).join(': ').trim() }
}

/** A dash is a title's own, unless what follows it reads like no title. */
function splitByDash(text: string): ChapterText {
  const [first = '', ...rest] = text.split(/ [–—-] /)
  const after = rest.join(' – ')
  return rest.length === 0 || readsLikeTitle(after) || first.length > longestTitle
    ? { title: withoutSeparator(text), description: '' }
    : { title: withoutSeparator(first), description: after }
}

function readsLikeTitle(part: string): boolean {
  const words = part.split(' ').filter((word) => word !== '')
  // Articles, conjunctions and prepositions are written small in titles.
  const telling = words.filter((word) => word.length > 3)
  const capitalised = telling.filter(beginsLikeName)
  const enough = telling.length === 0 ? words.some(beginsLikeName) : capitalised.length * 2 >= telling.length
  return words.length <= mostWordsOfTitlePart && enough && !/[.;](?:\s|$)/.test(part)
}

/** A capital, a digit, a letter of a script without capitals, or a sign such as an emoji. */
function beginsLikeName(text: string): boolean {
  return /^["'“‘«(¿¡]?[^\p{Ll}\s]/u.test(text)
}

function beginsSentence(part: string): boolean {
  return part === '' || beginsLikeName(part)
}

function afterSeparator(text: string): string {
  return text
    .replace(/^[\s:：–—|-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutSeparator(title: string): string {
  return withoutEdges(title, ':：')
}
