import { secondsOfCell } from './chapter-time.ts'

/** A line such as "Start: 1:00" below a chapter's title. */
export type ChapterProperty =
  | { name: 'start'; value: string; startSeconds: number }
  | { name: 'title' | 'description' | 'end'; value: string; startSeconds: null }

const pattern = /^[\s*_`]{0,4}(\p{L}[\p{L} _]{1,18}?)[\s*_`]{0,4}[:=][\s*_`]{0,4}(.*)$/u

const names: Readonly<Record<string, ChapterProperty['name']>> = {
  start: 'start',
  starts: 'start',
  'starts at': 'start',
  'start time': 'start',
  'start seconds': 'start',
  time: 'start',
  timestamp: 'start',
  begins: 'start',
  offset: 'start',
  end: 'end',
  ends: 'end',
  'end time': 'end',
  'end seconds': 'end',
  duration: 'end',
  length: 'end',
  title: 'title',
  description: 'description',
  summary: 'description',
  about: 'description',
}

export function chapterPropertyOf(text: string): ChapterProperty | null {
  const match = pattern.exec(text.length > 20_000 ? '' : text)
  const key = (match?.[1] ?? '').toLowerCase().replaceAll('_', ' ')
  const name = Object.hasOwn(names, key) ? names[key] : undefined
  const value = (match?.[2] ?? '').trim()
  if (name === undefined) return null
  const seconds = secondsOfCell(value)
  if (name === 'start') return seconds === null ? null : { name, value, startSeconds: seconds }
  // "End: the last word on it" is a title like another.
  if (name === 'end' && seconds === null) return null
  return { name, value, startSeconds: null }
}
