import { lineOf, type Span } from './block.ts'
import { type ChapterText, splitChapterText } from './chapter-text.ts'
import { secondsOfCell } from './chapter-time.ts'
import { type Columns, cellOf, columnsOf } from './columns.ts'

const timeWords =
  'start|time|timestamp|at|begin|begins|starts|starts at|start time|start seconds|start s|seconds|from|offset'
const unusedWords = 'no|nr|number|index|end|ends|end time|end seconds|to|until|duration|length'

/** Words by which the columns of a table of chapters are known. */
const chapterColumns = [
  ['time', timeWords.split('|')],
  ['unused', unusedWords.split('|')],
  ['title', ['title', 'chapter', 'chapter title', 'name', 'heading']],
  ['description', ['description', 'summary', 'about', 'details', 'notes', 'what', 'text']],
] as const
export type ChapterColumns = Columns<(typeof chapterColumns)[number][0]>

export function chapterColumnsOf(cells: readonly Span[][]): ChapterColumns | null {
  return columnsOf(cells, chapterColumns)
}

/** The chapter in a row of a table; `null` when none of its cells is a time. */
export function readChapterRow(
  cells: readonly Span[][],
  columns: ChapterColumns | null,
): (ChapterText & { startSeconds: number }) | null {
  return columns?.includes('time') && columns.includes('title') ? byColumns(cells, columns) : byLooks(cells)
}

function byColumns(cells: readonly Span[][], columns: ChapterColumns) {
  const startSeconds = secondsOfCell(lineOf(cellOf(cells, columns, 'time')))
  if (startSeconds === null) return null
  const title = cellOf(cells, columns, 'title')
  if (!columns.includes('description')) return { startSeconds, ...splitChapterText(title) }
  const description = lineOf(cellOf(cells, columns, 'description'))
  return { startSeconds, title: lineOf(title), description }
}

/** The first clock is the time, or the first number where there is no clock; then title, then description. */
function byLooks(cells: readonly Span[][]) {
  const texts = cells.map(lineOf)
  const isClock = (text: string) => secondsOfCell(text) !== null && text.includes(':')
  const firstClock = texts.findIndex(isClock)
  const timeIndex = firstClock === -1 ? texts.findIndex((text) => secondsOfCell(text) !== null) : firstClock
  const startSeconds = secondsOfCell(texts[timeIndex] ?? '')
  if (startSeconds === null) return null
  const isWords = (text: string, index: number) =>
    index !== timeIndex && text !== '' && (firstClock === -1 || !(isClock(text) || /^\d{1,7}\.?$/.test(text)))
  const [title = [], ...descriptions] = cells.filter((_cell, index) => isWords(texts[index] ?? '', index))
  if (descriptions.length === 0) return { startSeconds, ...splitChapterText(title) }
  return { startSeconds, title: lineOf(title), description: descriptions.map(lineOf).join(' ') }
}
