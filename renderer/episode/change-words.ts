import { asSteps, type ChangeStep } from '../../shared/models/episode-change.ts'
import { clockText } from '../../shared/time/clock.ts'
import type { EpisodeDetailsRow, EpisodeRow } from '../db/rows.ts'
import { kindHeadings } from '../highlights/kind-words.ts'
import { publishedText } from './episode-words.ts'

export type FieldStep = ChangeStep['fields'][number]
type ChangedField = FieldStep['field']

const fieldWords: Readonly<Record<ChangedField, string>> = {
  title: 'Title',
  publishedAt: 'Date',
  durationSeconds: 'Length',
  processingState: 'State',
  canonicalUrl: 'Publisher’s page',
  summary: 'Summary',
  topics: 'Topics',
  highlights: 'Highlights',
  chapters: 'Chapters',
  audio: 'Audio',
}

export const fieldWord = (field: ChangedField): string => fieldWords[field]

const inWords = new Intl.ListFormat('en')
const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** "Chapters and title changed on 4 March 2026". */
export function changeHeading(noticedAt: string, fields: readonly FieldStep[]): string {
  const words = inWords.format(
    fields.map(({ field }, index) => (index === 0 ? fieldWord(field) : fieldWord(field).toLowerCase())),
  )
  return `${words} changed on ${longDate.format(Date.parse(noticedAt))}`
}

/** The episode's change log, newest first. */
export function changeSteps(row: EpisodeRow, details: EpisodeDetailsRow): ChangeStep[] {
  const publishedAt = row.publishedAtMs === 0 ? null : new Date(row.publishedAtMs).toISOString()
  return asSteps(details.changes, { ...row, ...details, publishedAt })
}

const lineWords: Readonly<Partial<Record<ChangedField, readonly [one: string, several: string]>>> = {
  summary: ['paragraph', 'paragraphs'],
  topics: ['topic', 'topics'],
  highlights: ['highlight', 'highlights'],
  chapters: ['chapter', 'chapters'],
}

/** "12 chapters stayed as they were."; `null` when none did. */
export function keptText(field: ChangedField, kept: number): string | null {
  if (kept === 0) return null
  const [one, several] = lineWords[field] ?? ['line', 'lines']
  return kept === 1 ? `1 ${one} stayed as it was.` : `${kept} ${several} stayed as they were.`
}

export type Difference = {
  removed: string[]
  added: string[]
  /** How many lines are the same before and after. */
  kept: number
}

/** What a change took away and what it brought, line by line; lines that only moved are kept ones. */
export function differenceOf(step: FieldStep): Difference {
  const [before, after] = linesOf(step)
  const removed = without(before, after)
  return { removed, added: without(after, before), kept: before.length - removed.length }
}

/** A line that stands twice has to be taken out twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

function linesOf(step: FieldStep): [before: string[], after: string[]] {
  switch (step.field) {
    case 'title':
    case 'processingState':
    case 'summary':
      return [textLines(step.before), textLines(step.after)]
    case 'canonicalUrl':
      return [textLines(step.before ?? ''), textLines(step.after ?? '')]
    case 'publishedAt':
      return [dateLines(step.before), dateLines(step.after)]
    case 'durationSeconds':
      return [lengthLines(step.before), lengthLines(step.after)]
    case 'topics':
      return [[...step.before], [...step.after]]
    case 'highlights':
      return [step.before.map(highlightLine), step.after.map(highlightLine)]
    case 'chapters':
      return [step.before.map(chapterLine), step.after.map(chapterLine)]
    case 'audio':
      return [audioLines(step.before), audioLines(step.after)]
  }
}

/** By paragraph, so that a long summary shows the ones that differ. */
function textLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function dateLines(instant: string | null): string[] {
  return instant === null ? [] : [publishedText(Date.parse(instant)) ?? instant]
}

function lengthLines(seconds: number | null): string[] {
  return seconds === null ? [] : [clockText(seconds)]
}

type Values<Field extends ChangedField> = Extract<FieldStep, { field: Field }>['before']

function highlightLine({ kind, label, text }: Values<'highlights'>[number]): string {
  return `${label ?? kindHeadings[kind]}: ${text}`
}

function chapterLine({ startSeconds, title, description }: Values<'chapters'>[number]): string {
  const line = `${clockText(startSeconds)} ${title}`
  return description === '' ? line : `${line}: ${description}`
}

function audioLines(audio: Values<'audio'>): string[] {
  if (audio === null) return []
  return [audio.kind === 'remote' ? audio.url : audio.name]
}
