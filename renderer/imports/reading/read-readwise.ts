import { tagOf } from '../../../shared/formats/front-matter.ts'
import { annotationColours, colourWords } from '../../../shared/models/annotation-colour.ts'
import { normalTags } from '../../../shared/models/tags.ts'
import { comparableTitle } from '../../../shared/text/comparable.ts'
import { clockText } from '../../../shared/time/clock.ts'
import type { FileReading, ForeignNote, LeftOut } from './foreign-note.ts'
import { longestNote } from './limits.ts'
import { readTable } from './read-table.ts'
import { instantOf, secondsOf } from './times.ts'

type Cells = (column: string) => string

/**
 * Readwise's table, as it exports it (`Book Title`, `Highlighted at`, …) and as it takes it in (`Title`, `Date`, …), which is also what
 * Earmark writes for it.
 */
export function readReadwise(text: string): FileReading {
  const table = readTable(text)
  if (table.kind === 'refused') return table
  const { columns, rows } = table
  const named = columns.includes('title') || columns.includes('book title')
  if (!columns.includes('highlight') || !named) {
    const found = columns.slice(0, 6).join(', ').slice(0, 120)
    return {
      kind: 'refused',
      reason: `It is not a table of Readwise: it needs the columns Highlight and Title (or Book Title). Its first line says “${found}”.`,
    }
  }
  const notes: ForeignNote[] = []
  const left = { empty: 0, long: 0 }
  for (const cells of rows) {
    const note = noteOf(cells)
    if (note === null) left.empty += 1
    else if (note.quote.length + note.body.length > longestNote) left.long += 1
    else notes.push(note)
  }
  const leftOut: LeftOut[] = [
    { reason: 'Lines without a highlight or a title', count: left.empty },
    { reason: 'Notes longer than two million characters', count: left.long },
  ].filter(({ count }) => count > 0)
  return { kind: 'notes', from: 'readwise', notes, leftOut, remark: null }
}

function noteOf(cells: Cells): ForeignNote | null {
  const text = cells('highlight').trim()
  const title = (cells('title') || cells('book title')).trim()
  if (text === '' || title === '') return null
  const podcastTitle = (cells('author') || cells('book author')).trim()
  const locationType = cells('location type').trim().toLowerCase()
  const isTimed = locationType === '' || locationType === 'time_offset'
  const startSeconds = isTimed ? secondsOf(cells('location')) : null
  const address = cells('url').trim()
  const createdAt = instantOf(cells('date') || cells('highlighted at'))
  const { words, body } = splitNote(cells('note'))
  const { tags, starred, colour } = meaningOf([...words, ...cells('tags').split(',')])
  return {
    from: 'readwise',
    key: keyOf(title, podcastTitle, startSeconds, text),
    episode: {
      title,
      podcastTitle,
      addresses: /^https?:\/\//i.test(address) ? [address] : [],
      feedUrl: null,
      publishedOn: null,
      durationSeconds: null,
    },
    startSeconds,
    endSeconds: null,
    quote: isMark(text, startSeconds) ? '' : text,
    body,
    tags,
    starred,
    colour,
    createdAt,
    steadyAt: createdAt,
    isOfPodcast: isTimed,
  }
}

/** Of the same highlight in either form of the table, one of which has no address. */
function keyOf(title: string, podcastTitle: string, startSeconds: number | null, text: string): string {
  const comparable = [title, podcastTitle].map((each) => comparableTitle(each) ?? each)
  return JSON.stringify(['readwise', ...comparable, startSeconds, text])
}

/** What Earmark writes of a mark without words. */
function isMark(text: string, startSeconds: number | null): boolean {
  if (startSeconds === null) return false
  const mark = `Mark at ${clockText(startSeconds)}`
  return text === mark || text.startsWith(`${mark}: `)
}

/** Readwise takes words behind a full stop on the first line of a note for tags. */
function splitNote(note: string): { words: string[]; body: string } {
  const lines = note.split(/\r\n|[\r\n]/)
  const [first = '', ...rest] = lines
  if (!/^\s*\.[^\s.]+(?:\s+\.[^\s.]+)*\s*$/u.test(first)) return { words: [], body: lines.join('\n').trim() }
  return {
    words: first
      .trim()
      .split(/\s+/)
      .map((word) => word.slice(1)),
    body: rest.join('\n').trim(),
  }
}

const colours = new Map(annotationColours.map((colour) => [tagOf(colourWords[colour]) ?? '', colour]))

/** Earmark writes its star and, last, its colour as tags, since Readwise has no other place for them. */
function meaningOf(given: readonly string[]): Pick<ForeignNote, 'tags' | 'starred' | 'colour'> {
  const words = given.map((word) => word.trim()).filter((word) => word !== '')
  const isStar = (word: string): boolean => /^favou?rite$/i.test(word)
  const colourAt = words.findLastIndex((word) => colours.has(word))
  return {
    tags: normalTags(words.filter((word, index) => !isStar(word) && index !== colourAt)),
    starred: words.some(isStar),
    colour: colours.get(words[colourAt] ?? '') ?? null,
  }
}
