import type { HeardEpisode } from '../../../shared/archive/parts.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { lengthOf } from '../../../shared/heard/intervals.ts'
import { type Annotation, annotationRowSchema } from '../../../shared/models/annotation.ts'
import { type Episode, episodeSchema } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { annotationsOf } from '../../db/annotations.ts'
import { audioOf } from '../../db/audio.ts'
import { draftsOf } from '../../db/drafts.ts'
import { episodeRowsOf } from '../../db/episodes.ts'
import { heardPartsOf } from '../../db/heard.ts'
import { listeningOf } from '../../db/listening.ts'
import type { AudioRow, DraftRow, ListeningRow } from '../../db/rows.ts'
import { storedEpisodes } from '../../db/stored-episodes.ts'

/** How far the person is in episodes, with their titles where they are known. */
export async function heardEpisodes(ids: readonly EpisodeId[]): Promise<HeardEpisode[]> {
  const byId = new Map((await episodeRowsOf(ids)).map((row) => [row.id, row]))
  return Promise.all(
    ids.map(async (episodeId) => {
      const [listening, parts] = await Promise.all([listeningOf(episodeId), heardPartsOf(episodeId)])
      const { title = '', podcastTitle = '', durationSeconds: said = null } = byId.get(episodeId) ?? {}
      return {
        ...{ episodeId, title, podcastTitle },
        // One that was only marked as heard has no position.
        positionSeconds: listening?.positionSeconds ?? 0,
        durationSeconds: listening?.durationSeconds ?? said,
        finishedAt: parts.finishedAt,
        heardAt: listening === undefined ? null : instantOf(listening.heardAtMs),
        heardSeconds: Math.round(lengthOf(parts.intervals) * 10) / 10,
      }
    }),
  )
}

/** Episodes with what the person wrote about them; one that is not stored any more is known by its notes alone. */
export async function notedEpisodes(ids: readonly EpisodeId[]): Promise<NotedEpisode[]> {
  const stored = await storedEpisodes(ids)
  return Promise.all(
    ids.map(async (id) => {
      const [notes, drafts, listening, audio] = await Promise.all([
        annotationsOf(id),
        draftsOf(id),
        listeningOf(id),
        audioOf(id),
      ])
      return noted(id, stored.get(id), notes.filter(isUnderstood), drafts, listening, audio)
    }),
  )
}

function noted(
  id: EpisodeId,
  stored: Episode | undefined,
  notes: readonly Annotation[],
  drafts: readonly DraftRow[],
  listening: ListeningRow | undefined,
  audio: AudioRow | undefined,
): NotedEpisode {
  const episode = episodeSchema.safeParse(stored)
  const location = audio?.location ?? stored?.audio
  return {
    episode: episode.success ? episode.data : knownByNotes(id, notes),
    audioUrl: location?.kind === 'remote' ? location.url : null,
    notes,
    drafts: drafts.map(({ text, startSeconds }) => ({ text, startSeconds })),
    listening:
      listening === undefined
        ? null
        : {
            positionSeconds: listening.positionSeconds,
            finishedAt: listening.finishedAt,
            heardAt: instantOf(listening.heardAtMs),
          },
  }
}

function knownByNotes(id: EpisodeId, notes: readonly Annotation[]): NotedEpisode['episode'] {
  const context = notes[0]?.context
  return {
    id,
    title: context?.episodeTitle ?? id,
    podcastTitle: context?.podcastTitle ?? '',
    publishedAt: null,
    durationSeconds: context?.durationSeconds ?? null,
    canonicalUrl: null,
    summary: '',
    topics: [],
    highlights: [],
    chapters: [],
  }
}

/** One of a newer version, which is in the archive among the rows. */
function isUnderstood(note: Annotation): boolean {
  return annotationRowSchema.safeParse(note).success
}

/** ISO 8601 UTC; `null` for a number of milliseconds that is no instant. */
function instantOf(milliseconds: number): string | null {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) || !/^\d{4}-/.test(date.toJSON()) ? null : date.toISOString()
}
