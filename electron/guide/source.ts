import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AudioLocation, audioLocationSchema } from '../../shared/models/audio.ts'
import type { Episode } from '../../shared/models/episode.ts'
import { slugsOf } from '../../shared/models/identity.ts'
import { guideSlug, type Podcast } from '../../shared/models/podcast.ts'
import type { LookedUp, PulledPage } from '../../shared/models/sync.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { wireEpisodesSchema } from '../stenobird/assumed.ts'
import { type MappedEpisode, mapEpisode } from '../stenobird/wire/map-episode.ts'
import { mapPodcast } from '../stenobird/wire/map-podcast.ts'
import type { EpisodeSource } from '../sync/episode-source.ts'

export type Guide = EpisodeSource & {
  lookUp: (episodeSlug: string | null) => Promise<Result<LookedUp>>
}

type Content = { podcast: Podcast; mapped: MappedEpisode[]; fingerprint: string }

/** Answers like the service, in the service's words, from the files of a folder. */
export function createGuide(folder: string): Guide {
  return {
    pull: async (request) => {
      const content = await readContent(folder)
      if (!content.ok) return content
      const { podcast, mapped, fingerprint } = content.value
      const unchanged = request.validator === fingerprint
      const page: PulledPage = {
        unchanged,
        podcast: unchanged ? null : podcast,
        episodes: unchanged ? [] : episodesOf(mapped),
        unchangedSlugs: [],
        broken: unchanged ? [] : mapped.flatMap((item) => (item.ok ? [] : [item])),
        nextCursor: null,
        validator: fingerprint,
        path: 'guide',
        expectedEpisodes: mapped.length,
        servedAt: null,
        freshForSeconds: null,
      }
      return success(page)
    },
    readEpisode: async (episodeId) => {
      const content = await readContent(folder)
      if (!content.ok) return content
      const episode = episodeIn(content.value, slugsOf(episodeId).episodeSlug)
      return success(episode === undefined ? { kind: 'gone' } : { kind: 'read', episode })
    },
    lookUp: async (episodeSlug) => {
      const content = await readContent(folder)
      if (!content.ok) return content
      const { podcast } = content.value
      if (episodeSlug === null) return success({ podcast, path: 'guide', episode: null })
      const episode = episodeIn(content.value, episodeSlug)
      if (episode !== undefined) return success({ podcast, path: 'guide', episode })
      return failure('not-found', `${podcast.title} has no episode called “${episodeSlug}”.`)
    },
  }
}

function episodesOf(mapped: readonly MappedEpisode[]): Episode[] {
  return mapped.flatMap((item) => (item.ok ? [item.episode] : []))
}

function episodeIn({ mapped }: Content, episodeSlug: string): Episode | undefined {
  return episodesOf(mapped).find((candidate) => candidate.slug === episodeSlug)
}

async function readContent(folder: string): Promise<Result<Content>> {
  try {
    const [podcastText, episodesText] = await Promise.all([
      readFile(join(folder, 'podcast.json'), 'utf8'),
      readFile(join(folder, 'episodes.json'), 'utf8'),
    ])
    const podcast = mapPodcast('guide', guideSlug, JSON.parse(podcastText))
    const wire = wireEpisodesSchema.safeParse(JSON.parse(episodesText))
    if (!podcast.ok || !wire.success) return damaged()
    const mapped = wire.data.episodes.map((episode) => mapEpisode(guideSlug, episode, bundledAudio))
    const fingerprint = createHash('sha256').update(podcastText).update(episodesText).digest('base64')
    return success({ podcast: podcast.value, mapped, fingerprint })
  } catch {
    return damaged()
  }
}

function damaged(): Result<never> {
  return failure(
    'file',
    'The Earmark Field Guide is missing from this copy of the app. Installing Earmark again brings it back.',
  )
}

/** `guide:name.mp3` names a file that ships with the app. */
function bundledAudio(address: string): AudioLocation | null {
  const location = { kind: 'bundled', name: address.replace(/^guide:/, '') }
  return audioLocationSchema.safeParse(location).data ?? null
}
