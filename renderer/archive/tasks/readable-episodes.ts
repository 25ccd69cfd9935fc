import { describedEpisodeSchema, type HeardEpisode } from '../../../shared/archive/parts.ts'
import type { NotedEpisode } from '../../../shared/formats/noted-episode.ts'
import { lengthOf } from '../../../shared/heard/intervals.ts'
import type { Annotation } from '../../../shared/models/annotation.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { annotationsOfEach } from '../../db/annotations.ts'
import { audioOfEach } from '../../db/audio.ts'
import { draftsOfEach } from '../../db/drafts.ts'
import { episodeRowsOf } from '../../db/episodes.ts'
import { heardPartsOfEach } from '../../db/heard.ts'
import { listeningOfEach } from '../../db/listening.ts'
import type { AudioRow, DraftRow, ListeningRow } from '../../db/rows.ts'
import { storedEpisodes } from '../../db/stored-episodes.ts'
import type { ReadNotes } from './read-notes.ts'

/** How far the person is in episodes, with their titles where they are known. */
export async function heardEpisodes(ids: readonly EpisodeId[]): Promise<HeardEpisode[]> {
  const [rows, positions, heard] = await Promise.all([
    episodeRowsOf(ids),
    listeningOfEach(ids),
    heardPartsOfEach(ids),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((episodeId, index) => {
    const [listening, parts] = [positions[index], heard[index]]
    const { title = '', podcastTitle = '', durationSeconds: said = null } = byId.get(episodeId) ?? {}
    return {
      ...{ episodeId, title, podcastTitle },
      // One that was only marked as heard has no position.
      positionSeconds: listening?.positionSeconds ?? 0,
      durationSeconds: listening?.durationSeconds ?? said,
      finishedAt: parts?.finishedAt ?? null,
      heardAt: listening === undefined ? null : instantOf(listening.heardAtMs),
      heardSeconds: Math.round(lengthOf(parts?.intervals ?? []) * 10) / 10,
    }
  })
}

/** What is told of an episode itself; by name, it has no summary, highlights and chapters. */
export type Described = 'with-parts' | 'by-name'

/**
 * Episodes with what the person wrote about them; one that is not stored any more is known by its notes alone. `read` are all notes, by
 * whoever has just read them; `null` reads those of the episodes.
 */
export async function notedEpisodes(
  ids: readonly EpisodeId[],
  { described = 'with-parts', read = null }: { described?: Described; read?: ReadNotes | null } = {},
): Promise<NotedEpisode[]> {
  const [stored, notes, drafts, positions, audio] = await Promise.all([
    storedEpisodes(ids),
    annotationsOfEach(ids, read),
    draftsOfEach(ids),
    listeningOfEach(ids),
    audioOfEach(ids),
  ])
  return ids.map((id, index) => {
    const [ofOne, its] = [notes.get(id) ?? [], stored.get(id)]
    const episode = describe(its, described) ?? knownByNotes(id, ofOne)
    return noted(episode, its?.audio, ofOne, drafts.get(id) ?? [], positions[index], audio[index])
  })
}

const namedEpisodeSchema = describedEpisodeSchema.omit({ summary: true, highlights: true, chapters: true })

/** `null` of one that is not stored, or that an older version stored otherwise. */
function describe(stored: Episode | undefined, described: Described): NotedEpisode['episode'] | null {
  if (described === 'with-parts') return describedEpisodeSchema.safeParse(stored).data ?? null
  const named = namedEpisodeSchema.safeParse(stored)
  return named.success ? { ...named.data, summary: '', highlights: [], chapters: [] } : null
}

function noted(
  episode: NotedEpisode['episode'],
  found: Episode['audio'] | undefined,
  notes: readonly Annotation[],
  drafts: readonly DraftRow[],
  listening: ListeningRow | undefined,
  audio: AudioRow | undefined,
): NotedEpisode {
  const location = audio?.location ?? found
  return {
    episode,
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

/** ISO 8601 UTC; `null` for a number of milliseconds that is no instant. */
function instantOf(milliseconds: number): string | null {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) || !/^\d{4}-/.test(date.toJSON()) ? null : date.toISOString()
}
