import type { Chapter } from '../../../shared/models/episode.ts'
import { quoted, type Warnings } from '../reading/warnings.ts'
import { type Block, cutSpans, hardBreak, lineOf, linesOf, plainSpan, type Span, textOf } from './block.ts'
import { type ChapterProperty, chapterPropertyOf } from './chapter-property.ts'
import { type ChapterColumns, chapterColumnsOf, readChapterRow } from './chapter-rows.ts'
import { joinedAsTitle, splitChapterText } from './chapter-text.ts'
import { findTime, findTimeFirst, secondsOfCell, type Timed } from './chapter-time.ts'
import { runTogetherStarts } from './run-together.ts'

/** A chapter as far as it has been read, with where its own line stands in lists (0 in none). */
type Draft = Chapter & { level: number; isDescribedBelow: boolean }

type Place = 'heading' | 'line' | { level: number }

/** Chapters of whatever layout: items, rows, lines, headings, definitions, or all in one run of text. */
export function readChapters(blocks: readonly Block[], warnings: Warnings): Chapter[] {
  const reader = createReader(warnings)
  for (const [index, block] of blocks.entries()) {
    // A time inside of a title is the title's when the chapter's own stands below.
    const find = isStart(blocks[index + 1]) ? findTimeFirst : findTime
    if (block.kind !== 'row') reader.endTable()
    switch (block.kind) {
      case 'row':
        reader.row(block.cells)
        break
      case 'pair':
        reader.pair(block.label, block.spans)
        break
      case 'item':
        reader.stretch(block.spans, { level: block.level }, find)
        break
      case 'heading':
        reader.stretch(block.spans, 'heading', find)
        break
      case 'paragraph':
        for (const line of linesOf(block.spans)) {
          for (const stretch of cutSpans(line, runTogetherStarts(textOf(line))))
            reader.stretch(stretch, 'line')
        }
    }
  }
  return reader.finish()
}

function isStart(block: Block | undefined): boolean {
  if (block?.kind !== 'item' && block?.kind !== 'paragraph') return false
  const line = lineOf(block.spans)
  return secondsOfCell(line) !== null || chapterPropertyOf(line)?.name === 'start'
}

function createReader(warnings: Warnings) {
  const chapters: Draft[] = []
  /** A title whose time has not come yet. */
  let waiting: { title: string; description: string } | null = null
  let columns: ChapterColumns | null = null
  let isFirstRow = true

  function add(chapter: Chapter, level: number): void {
    giveUpWaiting()
    chapters.push({ ...chapter, level, isDescribedBelow: false })
  }

  function giveUpWaiting(): void {
    if (waiting !== null)
      warnings.add('chapters', `${quoted(waiting.title)} names no time, so it is no chapter.`)
    waiting = null
  }

  function takeTime(startSeconds: number, level: number): void {
    const { title, description } = waiting ?? { title: '', description: '' }
    waiting = null
    add({ startSeconds, title, description }, level)
  }

  function property({ name, value, startSeconds }: ChapterProperty, level: number): void {
    const last = waiting ?? chapters.at(-1)
    switch (name) {
      case 'start':
        takeTime(startSeconds, level)
        break
      case 'title':
        if (last !== undefined && last.title === '') last.title = value
        else waiting = { title: value, description: '' }
        break
      case 'description':
        if (last !== undefined) last.description = joined(last.description, value)
        break
      case 'end':
    }
  }

  function stretch(spans: Span[], place: Place, find = findTime): void {
    const text = lineOf(spans)
    if (text === '') return
    const level = typeof place === 'object' ? place.level : 0
    const named = chapterPropertyOf(text)
    if (named !== null && (waiting !== null || chapters.length > 0 || named.name === 'start')) {
      property(named, level)
      return
    }
    const awaitsTitle = waiting === null && chapters.at(-1)?.title === ''
    const timed = (awaitsTitle ? findTimeFirst : find)(spans)
    if (timed === null) words(spans, text, place)
    else takeTimed(timed, place, level)
  }

  function takeTimed(timed: Timed, place: Place, level: number): void {
    if (lineOf(timed.before) !== '') {
      const description = lineOf(timed.after)
      add({ startSeconds: timed.startSeconds, title: withoutColon(lineOf(timed.before)), description }, level)
    } else if (lineOf(timed.after) === '') takeTime(timed.startSeconds, level)
    else {
      // All of a heading is title; its description stands below it.
      const rest = place === 'heading' ? timed.after.map(emphasised) : timed.after
      add({ startSeconds: timed.startSeconds, ...splitChapterText(rest) }, level)
    }
  }

  /** Words without a time: the title or the description of the chapter that they stand below, or a title to come. */
  function words(spans: Span[], text: string, place: Place): void {
    const last = chapters.at(-1)
    const isBelow = last !== undefined && waiting === null && isBelowOf(last, place)
    if (last !== undefined && waiting === null && last.title === '') {
      Object.assign(last, place === 'heading' ? { title: text } : splitChapterText(spans))
    } else if (isBelow && !isOnlyEmphasis(spans, place)) {
      describe(last, text)
    } else if (waiting !== null && place === 'line') {
      waiting.description = joined(waiting.description, text)
    } else {
      giveUpWaiting()
      waiting = { title: withoutColon(text), description: '' }
    }
  }

  function row(cells: Span[][]): void {
    const chapter = readChapterRow(cells, columns)
    if (chapter !== null) add(chapter, 0)
    else if (isFirstRow) columns = chapterColumnsOf(cells)
    else warnings.add('chapters', `The row ${quoted(cells.map(lineOf).join(' | '))} names no time.`)
    isFirstRow = false
  }

  /** The time in the term, with the title or without, and the rest in the definition; or a property of a chapter. */
  function pair(label: string, spans: Span[]): void {
    const timed = findTime([plainSpan(label)])
    const title = timed === null ? '' : `${lineOf(timed.before)}${lineOf(timed.after)}`
    if (timed === null) {
      const inside = findTime(spans)
      if (inside === null || chapterPropertyOf(`${label}: ${lineOf(spans)}`) !== null) {
        stretch([plainSpan(`${label}: `), ...spans], 'line')
      } else {
        add({ startSeconds: inside.startSeconds, title: label, description: lineOf(inside.after) }, 0)
      }
    } else if (title === '') stretch([plainSpan(`${label}${hardBreak}`), ...spans], { level: 1 })
    else add({ startSeconds: timed.startSeconds, title, description: lineOf(spans) }, 0)
  }

  return {
    stretch,
    row,
    pair,
    endTable: (): void => {
      columns = null
      isFirstRow = true
    },
    finish: (): Chapter[] => {
      giveUpWaiting()
      return chapters.map(({ startSeconds, title, description }) => ({ startSeconds, title, description }))
    },
  }
}

function isBelowOf(last: Draft, place: Place): boolean {
  if (place === 'heading') return false
  return place === 'line' || place.level > Math.max(1, last.level)
}

/** A line of its own in bold is a title, unless it goes on with what stands above. */
function isOnlyEmphasis(spans: readonly Span[], place: Place): boolean {
  return place === 'line' && spans.every((span) => span.emphasised || span.text.trim() === '')
}

/** What stands below a chapter shows that its own line was all title: a colon in it was the title's. */
function describe(chapter: Draft, text: string): void {
  if (!chapter.isDescribedBelow) Object.assign(chapter, joinedAsTitle(chapter))
  chapter.isDescribedBelow = true
  chapter.description = joined(chapter.description, text)
}

function joined(one: string, other: string): string {
  return one === '' ? other : `${one} ${other}`
}

function withoutColon(title: string): string {
  return title.replace(/\s{0,9}[:：]$/, '')
}

function emphasised(span: Span): Span {
  return { ...span, emphasised: true }
}
