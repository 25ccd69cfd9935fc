import type { StandInEpisode } from '../catalogue/model.ts'
import { episodeApiPath, episodePath, publisherPath } from './addresses.ts'

export type ShownParts = Pick<StandInEpisode, 'topics' | 'highlights' | 'chapters'> & {
  summary: string | null
  canonicalUrl: string | null
  actions: { method: string; url: string; description: string }[]
}

/** What of an episode its state lets be seen, in every representation alike. */
export function shownParts(episode: StandInEpisode, origin: string): ShownParts {
  const isProcessed = episode.processingState === 'processed'
  const { summary, topics, highlights, chapters } = episode
  return {
    summary: episode.processingState === 'queued' ? null : summary,
    topics: isProcessed ? topics : [],
    highlights: isProcessed ? highlights : [],
    chapters: isProcessed ? chapters : [],
    canonicalUrl: episode.hasCanonicalPage ? origin + publisherPath(episode) : null,
    actions: [
      {
        method: 'POST',
        url: `${origin}${episodeApiPath(episode)}/transcription-requests`,
        description: 'Idempotently request low-priority transcript generation for this episode.',
      },
      {
        method: 'GET',
        url: `${origin}${episodePath(episode)}.md`,
        description: 'Read the agent-friendly Markdown representation of this episode resource.',
      },
    ],
  }
}
