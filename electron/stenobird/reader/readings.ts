import type { Episode } from '../../../shared/models/episode.ts'
import type { Podcast } from '../../../shared/models/podcast.ts'
import type { Result } from '../../../shared/result.ts'
import { type EpisodePage, type PageReading, readEpisodePage } from '../page-reader/read-episode-page.ts'
import { type PodcastPage, readPodcastPage } from '../page-reader/read-podcast-page.ts'
import {
  type EpisodeList,
  type JsonReading,
  type PodcastList,
  readEpisodeList,
  readEpisodeResource,
  readPodcastList,
  readPodcastResource,
} from './read-json.ts'

type OfPodcast = { podcastSlug: string; text: string }

/** Every kind of document that the service sends, and what is read from it. Both are plain data, so that they can cross threads. */
type Documents = {
  'episode-list': { document: OfPodcast; reading: JsonReading<EpisodeList> }
  'episode-resource': { document: OfPodcast; reading: JsonReading<Episode> }
  'podcast-list': { document: { text: string }; reading: JsonReading<PodcastList> }
  'podcast-resource': { document: OfPodcast; reading: JsonReading<Podcast> }
  'episode-page': { document: EpisodePage; reading: PageReading }
  'podcast-page': { document: OfPodcast & { address: string }; reading: PodcastPage | null }
}

export type DocumentKind = keyof Documents
export type DocumentOf<Kind extends DocumentKind> = Documents[Kind]['document']
export type ReadingOf<Kind extends DocumentKind> = Documents[Kind]['reading']

/** Reads a document somewhere. It fails only where the reading was given up; that a document makes no sense is a reading. */
export type Reader = {
  read: <Kind extends DocumentKind>(
    kind: Kind,
    document: DocumentOf<Kind>,
  ) => Promise<Result<ReadingOf<Kind>>>
}

const readings: { [Kind in DocumentKind]: (document: DocumentOf<Kind>) => ReadingOf<Kind> } = {
  'episode-list': readEpisodeList,
  'episode-resource': readEpisodeResource,
  'podcast-list': readPodcastList,
  'podcast-resource': readPodcastResource,
  'episode-page': readEpisodePage,
  'podcast-page': ({ text, podcastSlug, address }) => readPodcastPage(text, podcastSlug, address),
}

export function readDocument<Kind extends DocumentKind>(
  kind: Kind,
  document: DocumentOf<Kind>,
): ReadingOf<Kind> {
  return readings[kind](document)
}
