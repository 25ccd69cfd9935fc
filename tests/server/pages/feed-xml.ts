import { wavLength } from '../audio/wav.ts'
import type { StandInEpisode, StandInPodcast } from '../catalogue/model.ts'
import { audioPath, feedPath, imagePath, publisherPath } from './addresses.ts'
import { clockTime, escaped } from './wording.ts'

/** The publisher's RSS feed. An episode whose page offers no audio has no enclosure here either. */
export function feedXml(
  podcast: StandInPodcast,
  episodes: readonly StandInEpisode[],
  origin: string,
): string {
  const image = podcast.hasImage ? `<itunes:image href="${origin}${imagePath(podcast.slug)}"/>` : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escaped(podcast.title)}</title>
<link>${origin}/publisher/${podcast.slug}</link>
<atom:link href="${origin}${feedPath(podcast.slug)}" rel="self" type="application/rss+xml"/>
<description>${escaped(podcast.description ?? podcast.title)}</description>
<language>en</language>
<itunes:author>${escaped(podcast.author ?? podcast.title)}</itunes:author>
<itunes:explicit>false</itunes:explicit>
${image}
${episodes.map((episode) => item(episode, origin)).join('\n')}
</channel>
</rss>
`
}

function item(episode: StandInEpisode, origin: string): string {
  const page = episode.hasCanonicalPage ? `<link>${origin}${publisherPath(episode)}</link>` : ''
  const enclosure =
    episode.audioOffer === 'none'
      ? ''
      : `<enclosure url="${origin}${audioPath(episode)}" length="${wavLength(episode.durationSeconds)}" type="audio/wav"/>`
  return `<item>
<title>${escaped(episode.title)}</title>
${page}
<guid isPermaLink="false">${episode.podcastSlug}:${episode.number}</guid>
<pubDate>${new Date(episode.publishedAt).toUTCString()}</pubDate>
<itunes:duration>${clockTime(episode.durationSeconds)}</itunes:duration>
<itunes:episode>${episode.number}</itunes:episode>
<description><![CDATA[<p>${escaped(episode.summary)}</p>]]></description>
${enclosure}
</item>`
}
