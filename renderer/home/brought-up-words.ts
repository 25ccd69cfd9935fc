import type { KeptTable } from '../db/rows.ts'
import type { BroughtUp } from './bring-up.ts'

/** What the database was like before: empty, in step with this second home, or never brought together with it. */
export type Before = 'empty' | 'in-step' | 'apart'

type Counts = Pick<BroughtUp, 'missing' | 'older' | 'deleted' | 'notUnderstood'>

/** What was done, for a person; `null` when nothing was. */
export function broughtUpText(counts: Counts, before: Before): string | null {
  const sentences = [
    counts.missing.size === 0 ? null : missingText(counts.missing, before),
    counts.older.size === 0 ? null : olderText(counts.older, before),
    counts.deleted === 0 ? null : deletedText(counts.deleted),
    counts.notUnderstood === 0 ? null : notUnderstoodText(counts.notUnderstood),
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? null : sentences.join(' ')
}

function missingText(missing: Counts['missing'], before: Before): string {
  const things = inWords(missing)
  const theyWere = sum(missing) === 1 ? 'it was' : 'they were'
  switch (before) {
    case 'empty':
      return `Earmark’s database was empty. From the second home came back: ${things}. Episodes are synced again.`
    case 'in-step':
      return `Earmark’s database had lost ${things}; ${theyWere} put back from the second home.`
    case 'apart':
      return `The second home held ${things} that your library did not; ${theyWere} added.`
  }
}

function olderText(older: Counts['older'], before: Before): string {
  const things = inWords(older)
  return before === 'apart'
    ? `Of ${things} the second home held a later version, which you see now.`
    : `Earmark’s database had lost the last changes of ${things}; they were put back from the second home.`
}

function deletedText(deleted: number): string {
  return deleted === 1
    ? 'One thing that you had deleted was still there, and was taken out again.'
    : `${inDigits(deleted)} things that you had deleted were still there, and were taken out again.`
}

function notUnderstoodText(count: number): string {
  return count === 1
    ? 'One thing was written by a newer Earmark; it stays in the second home.'
    : `${inDigits(count)} things were written by a newer Earmark; they stay in the second home.`
}

/** What is dearest comes first. */
const inTheirOrder: readonly { kind: KeptTable; one: string; more: string }[] = [
  { kind: 'annotations', one: 'note', more: 'notes' },
  { kind: 'annotationEdits', one: 'earlier version of notes', more: 'earlier versions of notes' },
  { kind: 'drafts', one: 'unfinished note', more: 'unfinished notes' },
  { kind: 'requests', one: 'request', more: 'requests' },
  { kind: 'podcasts', one: 'podcast', more: 'podcasts' },
  { kind: 'queue', one: 'episode in Up next', more: 'episodes in Up next' },
  { kind: 'listening', one: 'listening position', more: 'listening positions' },
  { kind: 'heard', one: 'record of what you heard', more: 'records of what you heard' },
  { kind: 'audio', one: 'choice of audio', more: 'choices of audio' },
  { kind: 'offsets', one: 'shift of chapters', more: 'shifts of chapters' },
  { kind: 'speeds', one: 'speed of a podcast', more: 'speeds of podcasts' },
  { kind: 'chapterSkips', one: 'choice of skipped chapters', more: 'choices of skipped chapters' },
  { kind: 'smartLists', one: 'smart list', more: 'smart lists' },
  { kind: 'topicNames', one: 'name of a topic', more: 'names of topics' },
]

const list = new Intl.ListFormat('en', { type: 'conjunction' })

function inWords(counts: ReadonlyMap<KeptTable, number>): string {
  return list.format(
    inTheirOrder.flatMap(({ kind, one, more }) => {
      const count = counts.get(kind) ?? 0
      return count === 0 ? [] : [`${inDigits(count)} ${count === 1 ? one : more}`]
    }),
  )
}

function inDigits(count: number): string {
  return count.toLocaleString('en')
}

function sum(counts: ReadonlyMap<KeptTable, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
