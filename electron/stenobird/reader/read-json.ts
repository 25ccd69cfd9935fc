import { z } from 'zod'
import type { Episode } from '../../../shared/models/episode.ts'
import type { Podcast } from '../../../shared/models/podcast.ts'
import type { BrokenEpisode } from '../../../shared/models/sync.ts'
import { wireEpisodesSchema } from '../assumed.ts'
import { mapEpisode } from '../wire/map-episode.ts'
import { mapPodcast } from '../wire/map-podcast.ts'

/** `unlike`: JSON, but not of what was due. */
export type JsonReading<Value> =
  | { kind: 'read'; value: Value }
  | { kind: 'web-page' | 'no-json' }
  | { kind: 'unlike'; reason: string }

export type EpisodeList = { episodes: Episode[]; broken: BrokenEpisode[]; next: string | null }

/** A3. An episode that cannot be read costs nothing but itself. */
export function readEpisodeList(document: { podcastSlug: string; text: string }): JsonReading<EpisodeList> {
  return fromJson(document.text, (json) => {
    const wire = wireEpisodesSchema.safeParse(json)
    if (!wire.success) return { kind: 'unlike', reason: z.prettifyError(wire.error) }
    const { episodes: items, next_cursor: next } = wire.data
    const episodes: Episode[] = []
    const broken: BrokenEpisode[] = []
    for (const item of items) {
      const mapped = mapEpisode(document.podcastSlug, item)
      if (mapped.ok) episodes.push(mapped.episode)
      else broken.push({ slug: mapped.slug, reason: mapped.reason })
    }
    return { kind: 'read', value: { episodes, broken, next: next === '' ? null : (next ?? null) } }
  })
}

/** A4. */
export function readEpisodeResource(document: { podcastSlug: string; text: string }): JsonReading<Episode> {
  return fromJson(document.text, (json) => {
    const mapped = mapEpisode(document.podcastSlug, json)
    return mapped.ok ? { kind: 'read', value: mapped.episode } : { kind: 'unlike', reason: mapped.reason }
  })
}

/** A2. */
export function readPodcastResource(document: { podcastSlug: string; text: string }): JsonReading<Podcast> {
  return fromJson(document.text, (json) => {
    const mapped = mapPodcast('stenobird', document.podcastSlug, json)
    return mapped.ok
      ? { kind: 'read', value: mapped.value }
      : { kind: 'unlike', reason: mapped.problem.message }
  })
}

function fromJson<Value>(text: string, read: (json: unknown) => JsonReading<Value>): JsonReading<Value> {
  const json = parsed(text)
  if (json === undefined) return { kind: /^\s{0,1000}</.test(text) ? 'web-page' : 'no-json' }
  return read(json)
}

/** `undefined`, which JSON cannot say, when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
