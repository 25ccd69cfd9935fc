import type { AudioOffer, StandInEpisode, StandInPodcast } from '../catalogue/model.ts'
import { audioPath, countedAudioPath, feedPath } from './addresses.ts'
import { escaped } from './wording.ts'

type Offered = { head: string; body: string }

/** The canonical page of an episode: a publisher's own, with its audio offered in one of the ways that are documented. */
export function publisherHtml(episode: StandInEpisode, podcast: StandInPodcast, origin: string): string {
  const { head, body } = offered(episode.audioOffer, episode, origin)
  const feed =
    episode.audioOffer === 'none'
      ? ''
      : `<link rel="alternate" type="application/rss+xml" title="${escaped(podcast.title)}" href="${feedPath(podcast.slug)}">`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(episode.title)} - ${escaped(podcast.title)}</title>
<meta property="og:title" content="${escaped(episode.title)}">
<link rel="canonical" href="${origin}/publisher/${podcast.slug}/${episode.slug}">
${feed}
${head}
</head>
<body>
<nav><a href="/publisher/${podcast.slug}">${escaped(podcast.title)}</a> <a href="/about.html">About</a></nav>
<article>
<h1>${escaped(episode.title)}</h1>
${body}
<p>${escaped(episode.summary)}</p>
</article>
</body>
</html>
`
}

function offered(offer: AudioOffer, episode: StandInEpisode, origin: string): Offered {
  const path = audioPath(episode)
  const address = origin + path
  switch (offer) {
    case 'audio-element':
      return { head: '', body: `<audio controls preload="none" src="${path}"></audio>` }
    case 'source-element':
      return {
        head: '',
        body: `<audio controls><source src='${path}?from=page&amp;v=2' type='audio/wav'></audio>`,
      }
    case 'og-audio':
      return {
        head: `<meta property="og:audio" content="${address}">\n<meta property="og:audio:type" content="audio/wav">`,
        body: '',
      }
    case 'twitter-player-stream':
      return { head: `<meta name="twitter:player:stream" content="${address}">`, body: '' }
    case 'json-ld-podcast-episode':
      return { head: jsonLd(podcastEpisode(episode, address)), body: '' }
    case 'json-ld-audio-object':
      return {
        head: jsonLd({
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebPage', name: episode.title },
            { '@type': ['AudioObject'], contentUrl: address, encodingFormat: 'audio/wav' },
          ],
        }),
        body: '',
      }
    case 'link-to-mp3':
      return { head: '', body: `<p><a class="download" href="${countedAudioPath(episode)}">Download</a></p>` }
    case 'link-to-wav':
      return { head: '', body: `<p><a href="${address}">Listen to this episode</a></p>` }
    case 'feed-only':
    case 'none':
      return { head: '', body: '<p>Find us wherever you listen.</p>' }
  }
}

function podcastEpisode(episode: StandInEpisode, address: string): unknown {
  return {
    '@context': 'https://schema.org/',
    '@type': 'PodcastEpisode',
    name: episode.title,
    datePublished: episode.publishedAt,
    timeRequired: `PT${episode.durationSeconds}S`,
    associatedMedia: { '@type': 'MediaObject', contentUrl: address },
  }
}

/** `<` is written as an escape, so that no title can close the element. */
function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`
}
