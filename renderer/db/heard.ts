import { v7 as uuidV7 } from 'uuid'
import { type HeardParts, heardParts } from '../../shared/heard/heard-parts.ts'
import type { Interval } from '../../shared/heard/intervals.ts'
import { finishedShare, heardShare } from '../../shared/heard/share.ts'
import type { HeardMark, HeardPiece } from '../../shared/models/heard.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { database } from './database.ts'
import { listeningOf, listeningOfEach } from './listening.ts'
import { rowsOfEpisodes } from './many-rows.ts'

export async function heardPiecesOf(episodeId: EpisodeId): Promise<HeardPiece[]> {
  return database.heard.where('episodeId').equals(episodeId).toArray()
}

/** What the person heard of an episode. */
export async function heardPartsOf(episodeId: EpisodeId): Promise<HeardParts> {
  const [pieces, listening] = await Promise.all([heardPiecesOf(episodeId), listeningOf(episodeId)])
  return heardParts(pieces, listening ?? null)
}

/** The same of several, in their order. */
export async function heardPartsOfEach(episodeIds: readonly EpisodeId[]): Promise<HeardParts[]> {
  const [pieces, listening] = await Promise.all([
    rowsOfEpisodes(database.heard, episodeIds),
    listeningOfEach(episodeIds),
  ])
  return episodeIds.map((id, index) => heardParts(pieces.get(id) ?? [], listening[index] ?? null))
}

/**
 * Marks a stretch as heard or not heard; gives what takes it back. A mark that said the opposite of the very same stretch
 * leaves, and where that is enough, nothing else is written: whoever unmarks what they marked has it as it was before.
 */
export async function markHeard(
  episodeId: EpisodeId,
  stretch: Interval,
  as: HeardMark['as'],
): Promise<() => Promise<void>> {
  const { heard, listening } = database
  const [startSeconds, endSeconds] = stretch
  return database.transaction('rw', heard, listening, async () => {
    const opposites = (await heardPiecesOf(episodeId)).filter(
      (piece) =>
        piece.how === 'marked' &&
        piece.as !== as &&
        piece.startSeconds === startSeconds &&
        piece.endSeconds === endSeconds,
    )
    await heard.bulkDelete(opposites.map(({ id }) => id))
    const isHeard = heardShare(await heardPartsOf(episodeId), stretch) >= finishedShare
    const id = uuidV7()
    if (opposites.length === 0 || isHeard !== (as === 'heard'))
      await heard.add({ id, how: 'marked', episodeId, as, startSeconds, endSeconds })
    return () => takeBack(id, opposites)
  })
}

async function takeBack(id: string, opposites: readonly HeardPiece[]): Promise<void> {
  await database.transaction('rw', database.heard, async () => {
    await database.heard.delete(id)
    await database.heard.bulkPut([...opposites])
  })
}
