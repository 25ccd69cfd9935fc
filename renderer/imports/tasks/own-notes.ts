import { wordsOf } from '../../../shared/anchoring/similarity.ts'
import { anchorQuote } from '../../../shared/models/anchor.ts'
import type { AnnotationRow } from '../../../shared/models/annotation.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { database } from '../../db/database.ts'
import { rowsOfEpisodes } from '../../db/many-rows.ts'
import type { ForeignNote } from '../reading/foreign-note.ts'

/** Whether a note of another program was written here first: it went out from here, and comes back. */
export type IsOwn = (note: ForeignNote, episodeId: EpisodeId) => boolean

/**
 * Of these episodes. It is known by its second and its words, since an export has room for no more. What was imported is known by its
 * id and does not count, so that the order of imports says nothing.
 */
export async function ownNotes(episodeIds: Iterable<EpisodeId>): Promise<IsOwn> {
  const signs = new Set<string>()
  const ids = [...new Set(episodeIds)]
  if (ids.length === 0) return () => false
  for (const rows of (await rowsOfEpisodes(database.annotations, ids)).values()) {
    for (const row of rows) if (row.origin === undefined && row.deletedAt === null) signs.add(signOfOwn(row))
  }
  return ({ startSeconds, quote, body }, episodeId) =>
    signs.has(signOf(episodeId, startSeconds, quote === '' ? body : quote))
}

function signOfOwn({ episodeId, anchor, body }: AnnotationRow): string {
  const quote = anchorQuote(anchor) ?? ''
  return signOf(episodeId, anchor.startSeconds ?? null, quote === '' ? body : quote)
}

function signOf(episodeId: EpisodeId, seconds: number | null, words: string): string {
  return JSON.stringify([
    episodeId,
    seconds === null ? null : Math.floor(seconds),
    wordsOf(words) || words.trim(),
  ])
}
