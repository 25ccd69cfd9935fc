import { canonicalJson } from '../kept/canonical-json.ts'
import { type KeptChange, keptChangeSchema } from '../kept/change.ts'
import { episodeSchema } from '../models/episode.ts'
import type { ArchivePart } from './parts.ts'

export type RowsPart = Extract<ArchivePart, { kind: 'rows' }>

/** So that no message is very large, unless one row is. */
const mostCharacters = 1_000_000

/**
 * Rows of the person's as an archive holds them, kind after kind. What is not whole is left out: the second home would not take it
 * either.
 */
export function* changeLines(changes: readonly KeptChange[]): Generator<RowsPart> {
  for (const [of, ofKind] of Map.groupBy(changes, ({ kind }) => kind))
    yield* linesOf(of, ofKind, keptChangeSchema)
}

/** The same of episodes; one that an older version stored otherwise is left out. */
export function episodeLines(episodes: Iterable<object>): Generator<RowsPart> {
  return linesOf('episodes', episodes, episodeSchema)
}

type Whole = { safeParse: (row: unknown) => { success: boolean; data?: object } }

function* linesOf(of: RowsPart['of'], rows: Iterable<object>, schema: Whole): Generator<RowsPart> {
  let part: RowsPart = { kind: 'rows', of, lines: '', rows: 0, deletions: 0 }
  for (const row of rows) {
    const { data } = schema.safeParse(row)
    if (data === undefined) continue
    part.lines += `${canonicalJson(data)}\n`
    part.rows += 1
    if ('row' in data && data.row === null) part.deletions += 1
    if (part.lines.length < mostCharacters) continue
    yield part
    part = { kind: 'rows', of, lines: '', rows: 0, deletions: 0 }
  }
  if (part.rows > 0) yield part
}
