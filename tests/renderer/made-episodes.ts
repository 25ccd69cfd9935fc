import type { Episode } from '../../shared/models/episode.ts'
import { episodeIdOf } from '../../shared/models/identity.ts'
import type { Podcast } from '../../shared/models/podcast.ts'
import type { LookedUp, PulledPage } from '../../shared/models/sync.ts'

export function madePodcast(slug: string, change: Partial<Podcast> = {}): Podcast {
  return {
    slug,
    source: 'stenobird',
    title: `The ${slug} podcast`,
    description: '',
    author: '',
    imageUrl: null,
    siteUrl: null,
    feedUrl: null,
    episodeCount: null,
    ...change,
  }
}

export function madeEpisode(podcastSlug: string, slug: string, change: Partial<Episode> = {}): Episode {
  return {
    id: episodeIdOf(podcastSlug, slug),
    podcastSlug,
    slug,
    title: `Episode ${slug}`,
    podcastTitle: `The ${podcastSlug} podcast`,
    publishedAt: '2026-03-04T00:00:00Z',
    durationSeconds: 2740,
    processingState: 'processed',
    canonicalUrl: null,
    summary: 'A summary.',
    topics: ['DevOps'],
    highlights: [{ kind: 'main-idea', text: 'Small changes.' }],
    chapters: [{ startSeconds: 0, title: 'Welcome', description: '' }],
    actions: [],
    audio: null,
    imageUrl: null,
    updatedAt: '2026-03-05T00:00:00Z',
    warnings: [],
    ...change,
  }
}

export function madePage(episodes: Episode[], change: Partial<PulledPage> = {}): PulledPage {
  return {
    unchanged: false,
    podcast: null,
    episodes,
    unchangedSlugs: [],
    broken: [],
    nextCursor: null,
    validator: null,
    path: 'api',
    expectedEpisodes: null,
    servedAt: null,
    freshForSeconds: null,
    ...change,
  }
}

export function lookedUp(podcast: Podcast, change: Partial<LookedUp> = {}): LookedUp {
  return { podcast, path: 'api', episode: null, ...change }
}
