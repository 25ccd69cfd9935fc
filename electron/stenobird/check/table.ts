import type { EpisodeReport } from './episode-report.ts'
import type { RowReport } from './row-report.ts'
import type { UnderstoodFields } from './understood-fields.ts'

const words: Readonly<Record<RowReport['outcome'], string>> = {
  understood: 'understood',
  answered: 'answered, not understood',
  'no-answer': 'no answer',
  'not-tried': 'not tried',
}

/** For people: a row of STENOBIRD.md a line, below it what was understood, what not, and what is to be said. */
export function serviceTable(base: string, rows: readonly RowReport[]): string {
  const lines = rows.flatMap((report) => [
    `${report.row}  ${words[report.outcome].padEnd(24)}  ${report.request.replace(base, '')}`,
    ...detailLines(report, report.note === '' ? [] : [report.note]),
  ])
  return [`${base}`, '', ...lines, ''].join('\n')
}

export function fileTable(
  path: string,
  format: string,
  fields: UnderstoodFields,
  episode: EpisodeReport,
): string {
  const notes = episode.warnings.map(({ where, reason }) => `${where}: ${reason}`)
  const name = path === '-' ? 'Standard input' : path
  return [
    `${name}, read as ${format === 'text' ? 'plain text' : format}`,
    ...detailLines(fields, notes),
    '',
  ].join('\n')
}

function detailLines({ understood, missing }: UnderstoodFields, notes: readonly string[]): string[] {
  return [
    ...(understood.length === 0 ? [] : [`    + ${understood.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`    - ${missing.join(', ')}`]),
    ...notes.map((note) => `    ! ${note}`),
  ].map(printable)
}

/** A page may hold what would make a terminal do things. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, ' ')
}
