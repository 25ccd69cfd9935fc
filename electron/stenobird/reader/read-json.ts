import { z } from 'zod'
import type { Episode } from '../../../shared/models/episode.ts'
import { slugSchema } from '../../../shared/models/identity.ts'
import type { Podcast } from '../../../shared/models/podcast.ts'
import type { BrokenEpisode } from '../../../shared/models/sync.ts'
import { type Packed, pack } from '../../../shared/packed.ts'
import { wireEpisodesSchema, wirePodcastsSchema } from '../assumed.ts'
import { quoted } from '../reading/warnings.ts'
import { type MappedEpisode, mapEpisode } from '../wire/map-episode.ts'
import { mapPodcast } from '../wire/map-podcast.ts'

/** `unlike`: JSON, but not of what was due. */
export type JsonReading<Value> =
  | { kind: 'read'; value: Value }
  | { kind: 'web-page' | 'no-json' }
  | { kind: 'unlike'; reason: string }

export type EpisodeList = {
  /** As text, which is what they travel on as. */
  episodes: Packed<Episode[]>
  broken: BrokenEpisode[]
  next: string | null
}

/** A3. An episode that cannot be read costs nothing but itself. */
export function readEpisodeList(document: { podcastSlug: string; text: string }): JsonReading<EpisodeList> {
  return fromJson(document.text, (json) => {
    const wire = wireEpisodesSchema.safeParse(json)
    if (!wire.success) return { kind: 'unlike', reason: z.prettifyError(wire.error) }
    const { episodes: items, next_cursor: next } = wire.data
    const listed = listedEpisodes(
      document.podcastSlug,
      items.map((item) => mapEpisode(document.podcastSlug, item)),
    )
    return { kind: 'read', value: { ...listed, next: next === '' ? null : (next ?? null) } }
  })
}

function listedEpisodes(
  podcastSlug: string,
  mapped: readonly MappedEpisode[],
): Pick<EpisodeList, 'episodes' | 'broken'> {
  // A podcast that has another slug by now names that one throughout.
  const namesItsOwn = mapped.some((item) => item.ok && item.namedPodcast === podcastSlug)
  const episodes = new Map<string, Episode>()
  const broken: BrokenEpisode[] = []
  for (const item of mapped) {
    if (!item.ok) broken.push({ slug: item.slug, reason: item.reason })
    else if (namesItsOwn && item.namedPodcast !== null && item.namedPodcast !== podcastSlug) {
      const reason = `The service listed it here, but it belongs to ${quoted(item.namedPodcast)}.`
      broken.push({ slug: item.episode.slug, reason })
    } else if (!isOlder(item.episode, episodes.get(item.episode.slug))) {
      episodes.set(item.episode.slug, item.episode)
    }
  }
  return { episodes: pack([...episodes.values()]), broken }
}

/** A page can hold an episode twice, in two versions of it; what was changed last is what counts. */
function isOlder(episode: Episode, other: Episode | undefined): boolean {
  if (other === undefined || other.updatedAt === null || episode.updatedAt === null) return false
  return Date.parse(episode.updatedAt) < Date.parse(other.updatedAt)
}

/** A4. */
export function readEpisodeResource(document: { podcastSlug: string; text: string }): JsonReading<Episode> {
  return fromJson(document.text, (json) => {
    const mapped = mapEpisode(document.podcastSlug, json)
    return mapped.ok ? { kind: 'read', value: mapped.episode } : { kind: 'unlike', reason: mapped.reason }
  })
}

export type PodcastList = { podcasts: Podcast[]; next: string | null }

/** A1. A podcast that cannot be read costs nothing but itself. */
export function readPodcastList(document: { text: string }): JsonReading<PodcastList> {
  return fromJson(document.text, (json) => {
    const wire = wirePodcastsSchema.safeParse(json)
    if (!wire.success) return { kind: 'unlike', reason: z.prettifyError(wire.error) }
    const { podcasts: items, next_cursor: next } = wire.data
    const podcasts = items.flatMap((item) => {
      const named = namedSchema.safeParse(item)
      const mapped = named.success ? mapPodcast('stenobird', named.data.slug, item) : null
      return mapped?.ok === true ? [mapped.value] : []
    })
    return { kind: 'read', value: { podcasts, next: next === '' ? null : (next ?? null) } }
  })
}

const namedSchema = z.object({ slug: slugSchema })

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
