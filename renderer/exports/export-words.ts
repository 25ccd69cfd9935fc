import type { ExportOutcome, ExportWaiting } from '../../shared/exports/outcomes.ts'
import type { ExportTarget } from '../../shared/exports/targets.ts'

export const targetNames: Readonly<Record<ExportTarget, string>> = {
  'markdown-folder': 'Markdown folder',
  readwise: 'Readwise',
  json: 'JSON',
  csv: 'Table (CSV)',
  'json-ld': 'Web annotations (JSON-LD)',
  'readwise-csv': 'Readwise file (CSV)',
  'podcasting-chapters': 'Podcasting 2.0 chapters (JSON)',
  'podlove-chapters': 'Podlove chapters (XML)',
  'topic-dossier': 'Topic dossier (Markdown)',
  opml: 'Podcasts (OPML)',
}

export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`
}

/** How an export ended, in one or two sentences. */
export function endWords(outcome: ExportOutcome): string {
  switch (outcome.kind) {
    case 'file':
      return `Written to ${outcome.place}, with ${counted(outcome.rows, 'line or entry', 'lines or entries')}.`
    case 'dossier':
      return `Written to ${outcome.place}, from ${counted(outcome.episodes, 'episode', 'episodes')}.`
    case 'readwise':
      return readwiseWords(outcome)
    case 'folder':
      return folderWords(outcome)
  }
}

function readwiseWords({ sent, known }: Extract<ExportOutcome, { kind: 'readwise' }>): string {
  if (sent === 0)
    return known === 0 ? 'There were no notes to send.' : 'Readwise has all of these notes already.'
  const rest = known === 0 ? '' : ` It had ${counted(known, 'other', 'others')} already.`
  return `${counted(sent, 'note was', 'notes were')} sent to Readwise.${rest}`
}

function folderWords({
  added,
  changed,
  same,
  beside,
  busy,
}: Extract<ExportOutcome, { kind: 'folder' }>): string {
  const counts = [
    added === 0 ? '' : counted(added, 'file is new', 'files are new'),
    changed === 0 ? '' : counted(changed, 'file was brought up to date', 'files were brought up to date'),
    same === 0 ? '' : counted(same, 'file is as it was', 'files are as they were'),
  ].filter((words) => words !== '')
  const sentences = [
    counts.length === 0 ? 'There was nothing to write.' : `${counts.join(', ')}.`,
    beside.length === 0
      ? ''
      : `You changed ${counted(beside.length, 'file', 'files')} between Earmark’s marks. Nothing of yours was touched: what is new was written beside.`,
    busy.length === 0
      ? ''
      : `${counted(busy.length, 'file was', 'files were')} being written to by something else and left as they are. Export again later.`,
  ]
  return sentences.filter((words) => words !== '').join(' ')
}

/** What holds after the person stopped one. */
export function stoppedWords(target: ExportTarget): string {
  switch (target) {
    case 'markdown-folder':
      return 'Stopped. The files that were written by then are whole and stay; the rest is written the next time.'
    case 'readwise':
      return 'Stopped. What was sent by then is remembered; the rest goes the next time.'
    default:
      return 'Stopped. No file was written.'
  }
}

export function progressWords(target: ExportTarget, waiting: ExportWaiting): string {
  if (waiting === null) return target === 'readwise' ? 'Sending to Readwise…' : 'Writing…'
  const time = counted(Math.ceil(waiting.forSeconds), 'second', 'seconds')
  return waiting.because === 'asked-to-wait'
    ? `Readwise asks to wait ${time}. It goes on by itself.`
    : `Readwise cannot be reached or has trouble. The next try is in ${time}.`
}
