import type { StandInEpisode, StandInPodcast } from '../catalogue/model.ts'
import { episodePath } from './addresses.ts'
import { pageDate } from './wording.ts'

/** A5. */
export function podcastMarkdown(
  podcast: StandInPodcast,
  origin: string,
  episodeCount: number,
  episodes: Iterable<StandInEpisode>,
): string {
  const head = [
    `# ${podcast.title}`,
    '',
    ...(podcast.author === null ? [] : [`- **Author:** ${podcast.author}`]),
    `- **Episodes:** ${episodeCount}`,
    '',
    ...(podcast.description === null ? [] : ['## About', '', podcast.description, '']),
    '## Episodes',
    '',
  ]
  const links = Array.from(episodes, (episode) => {
    const title = episode.title.replace(/[\\`*[\]<>]/g, '\\$&')
    return `- [${title}](${origin}${episodePath(episode)}.md) (${pageDate(episode.publishedAt)})`
  })
  return [...head, ...links, ''].join('\n')
}
