import { type Block, plainSpan } from './block.ts'
import { fieldNamed, type SectionName, sectionNamed } from './vocabulary.ts'

const listMarker = /^\s*(?:[-*+•‣·–]|\d{1,3}[.)])\s+(?=\S)/
/** A list marker that stuck to the end of the line before: "processed- Canonical source". */
const stuckMarker = /(?<=[^\s-])-[ \u00a0](?=\S)/g

/** The blocks of a page's visible text: the title first, then a line each; headings are known by their words alone. */
export function textBlocks(text: string): Block[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '')
  const { title, rest } = splitTitle(lines)
  let section: SectionName | null = null
  const blocks: Block[] = title === null ? [] : [headingOf(1, title)]
  for (const line of rest) {
    for (const piece of unstuck(line, section)) {
      const named = sectionNamed(piece)
      if (named !== null && !listMarker.test(piece)) {
        section = named
        blocks.push(headingOf(2, piece))
      } else {
        blocks.push(lineBlock(piece))
      }
    }
  }
  return blocks
}

/** After the word "Episode" on a line of its own comes the title, whatever it is; else it is the first line. */
function splitTitle(lines: string[]): { title: string | null; rest: string[] } {
  const [first = '', second] = lines
  if (/^\s*episode\s*$/i.test(first) && second !== undefined) return { title: second, rest: lines.slice(2) }
  const isField = fieldNamed(first.replace(listMarker, '').replace(/[:：].*$/, '')) !== null
  return isField || listMarker.test(first)
    ? { title: null, rest: lines }
    : { title: first, rest: lines.slice(1) }
}

function headingOf(level: number, text: string): Block {
  return { kind: 'heading', level, spans: [plainSpan(text.replace(/^\s*#{1,6}\s+/, '').trim())] }
}

function lineBlock(piece: string): Block {
  const marker = listMarker.exec(piece)?.[0] ?? ''
  const spans = [plainSpan(piece.slice(marker.length).trim())]
  return marker === '' ? { kind: 'paragraph', spans } : { kind: 'item', level: 1, spans }
}

/** The line cut before each marker that stuck to what precedes it. */
function unstuck(line: string, section: SectionName | null): string[] {
  const pieces: string[] = []
  let start = 0
  for (const match of line.matchAll(stuckMarker)) {
    if (!beginsItem(line.slice(match.index + 2, match.index + 62), section)) continue
    pieces.push(line.slice(start, match.index))
    start = match.index
  }
  return [...pieces, line.slice(start)]
}

function beginsItem(rest: string, section: SectionName | null): boolean {
  if (section === null) return fieldNamed(rest.replace(/[:：].*$/, '')) !== null || /^https?:/.test(rest)
  if (section === 'topics') return /^\p{Lu}/u.test(rest)
  return section === 'highlights' && /^\p{Lu}[^:]{1,40}: /u.test(rest)
}
