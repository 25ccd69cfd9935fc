import { clockText } from '../time/clock.ts'
import { episodeLink } from './deep-link.ts'
import { dateOf, dateTimeOf, type FrontMatterValue, tagOf } from './front-matter.ts'
import type { NotedEpisode } from './noted-episode.ts'

/** What the YAML at the beginning of an episode's Markdown says. By `earmark` a file is known again. */
export function episodeProperties({
  episode,
  audioUrl,
  notes,
  listening,
}: NotedEpisode): Readonly<Record<string, FrontMatterValue>> {
  const { publishedAt } = episode
  const tags = [...episode.topics, ...notes.flatMap((note) => note.tags)].flatMap(
    (topic) => tagOf(topic) ?? [],
  )
  return {
    title: episode.title,
    podcast: episode.podcastTitle,
    episode: episode.id,
    published: publishedAt === null ? null : dateOf(publishedAt),
    duration: episode.durationSeconds === null ? null : clockText(episode.durationSeconds),
    url: episode.canonicalUrl,
    audio: audioUrl,
    earmark: episodeLink(episode.id),
    notes: notes.length,
    position: listening === null ? null : clockText(listening.positionSeconds),
    heard: listening?.heardAt == null ? null : dateTimeOf(listening.heardAt),
    finished: listening?.finishedAt == null ? null : dateTimeOf(listening.finishedAt),
    topics: episode.topics,
    tags: [...new Set(tags)],
  }
}
