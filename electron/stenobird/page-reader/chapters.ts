import type { Chapter } from '../../../shared/models/episode.ts'
import { parseClock } from '../../../shared/time/clock.ts'
import { quoted, type Warnings } from '../reading/warnings.ts'
import { type Block, cutSpans, dropStart, lineOf, linesOf, plainSpan, type Span, textOf } from './block.ts'
import { splitChapterText } from './chapter-text.ts'
import { runTogetherStarts } from './run-together.ts'

const timeFirst = /^[\s([]*((?:\d{1,4}:)?\d{1,4}:\d{2}(?:\.\d{1,3})?)(?!\d)[\s)\]]*(?:[-–—|•·:]+\s*)?/
const timeLast = /[([]((?:\d{1,4}:)?\d{1,4}:\d{2})[)\]]\s*$/

type Reader = { chapters: Chapter[]; warnings: Warnings }

/** Chapters of whatever layout: items, rows, lines, headings, definitions, or all in one run of text. */
export function readChapters(blocks: readonly Block[], warnings: Warnings): Chapter[] {
  const reader: Reader = { chapters: [], warnings }
  blocks.forEach((block, index) => {
    switch (block.kind) {
      case 'row':
        readRow(reader, block.cells, blocks[index - 1]?.kind !== 'row')
        break
      case 'pair':
        readStretch(reader, [plainSpan(`${block.label}\n`), ...block.spans], 'item')
        break
      case 'item':
        readStretch(reader, block.spans, 'item')
        break
      case 'heading':
        // All of a heading is title; its description stands below it.
        readStretch(reader, block.spans.map(emphasised), 'item')
        break
      case 'paragraph':
        readParagraph(reader, block.spans)
    }
  })
  return reader.chapters
}

/** Each line that begins with a time is a chapter; a line that does not goes on with the one before. */
function readParagraph(reader: Reader, spans: Span[]): void {
  for (const line of linesOf(spans)) {
    for (const stretch of cutSpans(line, runTogetherStarts(textOf(line))))
      readStretch(reader, stretch, 'line')
  }
}

function readStretch(reader: Reader, spans: Span[], kind: 'item' | 'line'): void {
  if (lineOf(spans) === '') return
  const first = timeFirst.exec(textOf(spans))
  const last = first === null ? timeLast.exec(textOf(spans)) : null
  const startSeconds = parseClock(first?.[1] ?? last?.[1] ?? '')
  if (startSeconds !== null && first !== null) {
    reader.chapters.push({ startSeconds, ...splitChapterText(dropStart(spans, first[0].length)) })
  } else if (startSeconds !== null && last !== null) {
    reader.chapters.push({ startSeconds, ...splitChapterText(cutSpans(spans, [last.index])[0] ?? []) })
  } else {
    continueDescription(reader, lineOf(spans), kind)
  }
}

function continueDescription(reader: Reader, text: string, kind: 'item' | 'line'): void {
  const chapter = reader.chapters.at(-1)
  if (chapter === undefined || kind === 'item') {
    reader.warnings.add('chapters', `${quoted(text)} names no time, so it is no chapter.`)
    return
  }
  chapter.description = chapter.description === '' ? text : `${chapter.description} ${text}`
}

/** The cell that is a time, then title, then description. A first row without any time names the columns. */
function readRow(reader: Reader, cells: Span[][], isFirst: boolean): void {
  const texts = cells.map(lineOf)
  const timeIndex = texts.findIndex((text) => secondsOfCell(text) !== null)
  const startSeconds = secondsOfCell(texts[timeIndex] ?? '')
  if (startSeconds === null) {
    if (!isFirst) reader.warnings.add('chapters', `The row ${quoted(texts.join(' | '))} names no time.`)
    return
  }
  const others = cells.filter((_cell, index) => index !== timeIndex).filter((cell) => lineOf(cell) !== '')
  const [title = [], ...descriptions] = others
  if (descriptions.length === 0) reader.chapters.push({ startSeconds, ...splitChapterText(title) })
  else {
    const description = descriptions.map(lineOf).join(' ')
    reader.chapters.push({ startSeconds, title: lineOf(title), description })
  }
}

/** In a cell of its own a time may also be a number of seconds. */
function secondsOfCell(text: string): number | null {
  const bare = text.replace(/^[([]|[)\]]$/g, '')
  return /^\d{1,7}(?:\.\d{1,3})?$/.test(bare) ? Number(bare) : parseClock(bare)
}

function emphasised(span: Span): Span {
  return { ...span, emphasised: true }
}
