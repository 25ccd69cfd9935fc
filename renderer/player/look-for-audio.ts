import type { FoundAudio } from '../../shared/models/audio.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { episodeDetails, episodeRow } from '../db/episodes.ts'
import { podcastBySlug } from '../db/podcasts.ts'

/** Looks for an episode's audio by all that is known of the episode. */
export async function lookForAudio(episodeId: EpisodeId): Promise<Result<FoundAudio>> {
  const [row, details] = await Promise.all([episodeRow(episodeId), episodeDetails(episodeId)])
  const podcast = row === undefined ? undefined : await podcastBySlug(row.podcastSlug)
  const publishedAtMs = row?.publishedAtMs ?? 0
  return call('audio.find', {
    audio: details?.audio ?? null,
    canonicalUrl: details?.canonicalUrl ?? null,
    feedUrl: podcast?.feedUrl ?? null,
    title: row?.title ?? '',
    publishedAt: publishedAtMs === 0 ? null : new Date(publishedAtMs).toISOString(),
    durationSeconds: row?.durationSeconds ?? null,
  })
}
