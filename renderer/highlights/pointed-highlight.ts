import { create } from 'zustand'
import type { Highlight } from '../../shared/models/episode.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { openEpisode } from '../shell/open.ts'

type Pointed = { episodeId: EpisodeId; highlight: Highlight }

/** The highlight that the page of its episode is to show, until it does. */
export const usePointedHighlight = create<{ pointed: Pointed | null }>(() => ({ pointed: null }))

/** Opens an episode's page at one of its highlights. */
export function openHighlight(episodeId: EpisodeId, highlight: Highlight): void {
  usePointedHighlight.setState({ pointed: { episodeId, highlight } })
  openEpisode(episodeId)
}

export function isPointedAt(
  pointed: Pointed | null,
  episodeId: EpisodeId,
  { kind, text }: Highlight,
): boolean {
  if (pointed?.episodeId !== episodeId) return false
  return pointed.highlight.kind === kind && pointed.highlight.text === text
}
