import type { AudioLocation } from '../../../shared/models/audio.ts'
import type { Episode } from '../../../shared/models/episode.ts'
import { wireEpisodeSchema } from '../assumed.ts'
import { assembleEpisode } from '../reading/assemble-episode.ts'
import { collectWarnings, quoted } from '../reading/warnings.ts'
import { readWebAddress } from '../reading/web-addresses.ts'
import { parseLeniently } from './lenient.ts'
import { mapActions, mapChapters, mapHighlights, mapTopics } from './map-lists.ts'

export type MappedEpisode =
  /** `namedPodcast`: the slug of the podcast that it says it belongs to. */
  | { ok: true; episode: Episode; namedPodcast: string | null }
  | { ok: false; slug: string | null; reason: string }

/** An episode from the wire (A4, or one of A3). */
export function mapEpisode(
  podcastSlug: string,
  wire: unknown,
  audioOf: (address: string) => AudioLocation | null = remoteAudio,
): MappedEpisode {
  const warnings = collectWarnings()
  const parsed = parseLeniently(wireEpisodeSchema, ['slug', 'title'], wire, warnings)
  if (!parsed.ok) return { ok: false, slug: slugAtLeast(wire), reason: parsed.reason }
  const { value } = parsed
  const audioAddress = value.audio_url ?? ''
  const audio = audioAddress.trim() === '' ? null : audioOf(audioAddress)
  if (audio === null && audioAddress.trim() !== '') {
    warnings.add('audio', `${quoted(audioAddress)} is not a web address.`)
  }
  const episode = assembleEpisode(
    { podcastSlug, slug: value.slug },
    {
      title: value.title,
      podcastTitle: value.podcast?.title ?? '',
      published: value.published_at ?? '',
      duration: value.duration_seconds ?? '',
      processingState: value.processing_state ?? '',
      canonicalUrl: value.canonical_url ?? '',
      summary: value.summary ?? '',
      topics: mapTopics(value.topics ?? [], warnings),
      highlights: mapHighlights(value.highlights ?? [], warnings),
      chapters: mapChapters(value.chapters ?? [], warnings),
      actions: mapActions(value.actions ?? [], warnings),
      audio,
      imageUrl: value.image_url ?? '',
      updated: value.updated_at ?? '',
    },
    warnings,
  )
  return { ok: true, episode, namedPodcast: value.podcast?.slug ?? null }
}

function remoteAudio(address: string): AudioLocation | null {
  const url = readWebAddress(address)
  return url === null ? null : { kind: 'remote', url }
}

/** The slug of an episode of which nothing else may be right, to name it in a report. */
function slugAtLeast(wire: unknown): string | null {
  const slug = wireEpisodeSchema.pick({ slug: true }).safeParse(wire)
  return slug.success ? slug.data.slug : null
}
