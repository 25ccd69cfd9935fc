import type { ChapterRef } from '../../shared/models/chapter-ref.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { detailsOf, episodeRowsOf } from '../db/episodes.ts'
import { queueRows } from '../db/queue.ts'
import type { QueuedPart } from '../db/queue-chapters.ts'
import type { EpisodeDetailsRow, EpisodeRow } from '../db/rows.ts'
import { resolveRefs } from './chapter-refs.ts'
import { chapterSpans } from './chapters.ts'

/** A chapter that waits in Up next, as the episode has it now. */
type QueuedChapter = ChapterRef & {
  /** `null` for the last one while the episode's length is unknown. */
  lengthSeconds: number | null
}

/** What waits in Up next of one episode. */
export type QueuedEntry = {
  episode: EpisodeRow
  part: QueuedPart
  /** Those of `part` that the episode has; empty where it is `null`. */
  chapters: readonly QueuedChapter[]
}

/** Up next in order. An episode that is no longer stored is left out; it is skipped in playing too. */
export async function queuedEntries(): Promise<QueuedEntry[]> {
  const rows = await queueRows()
  const parts = new Map(rows.map((row) => [row.episodeId, row.chapters ?? null]))
  const ofSome = rows.filter(({ chapters }) => chapters !== undefined).map(({ episodeId }) => episodeId)
  const [episodes, details] = await Promise.all([
    episodeRowsOf(rows.map(({ episodeId }) => episodeId)),
    ofSome.length === 0 ? new Map<EpisodeId, EpisodeDetailsRow>() : detailsOf(ofSome),
  ])
  return episodes.map((episode) => {
    const part = parts.get(episode.id) ?? null
    return { episode, part, chapters: chaptersOf(part, episode, details.get(episode.id)) }
  })
}

function chaptersOf(
  part: QueuedPart,
  { durationSeconds }: EpisodeRow,
  details: EpisodeDetailsRow | undefined,
): QueuedChapter[] {
  if (part === null || details === undefined) return []
  const { found } = resolveRefs(part, details.chapters)
  return chapterSpans(details.chapters, durationSeconds).flatMap(
    ({ index, chapter, startSeconds, endSeconds }) =>
      found.has(index)
        ? [
            {
              ...{ startSeconds, title: chapter.title },
              lengthSeconds: endSeconds === null ? null : endSeconds - startSeconds,
            },
          ]
        : [],
  )
}

/** Of the audio; `null` when it is not known. */
export function entrySeconds({ episode, part, chapters }: QueuedEntry): number | null {
  return part === null ? episode.durationSeconds : totalSeconds(chapters)
}

export function totalSeconds(chapters: readonly { lengthSeconds: number | null }[]): number | null {
  return chapters.reduce<number | null>(
    (sum, { lengthSeconds }) => (sum === null || lengthSeconds === null ? null : sum + lengthSeconds),
    0,
  )
}
