import type { EpisodeId } from '../../shared/models/identity.ts'
import { annotationWith } from '../db/annotations.ts'
import { episodeDetails } from '../db/episodes.ts'
import { openHighlight } from '../highlights/pointed-highlight.ts'
import { openNote } from '../notes/pointed-note.ts'
import { playEpisode, playFrom } from '../player/actions.ts'
import { openEpisode } from '../shell/open.ts'
import { showEpisode } from '../shell/shown-episode.ts'
import { keepRecent } from './recent-searches.ts'
import type { SearchHit } from './search-answer.ts'
import { useSearch } from './search-store.ts'

/** An episode, highlight or note is shown; a chapter or a stretch of a transcript plays there. */
export async function openHit(hit: SearchHit): Promise<void> {
  keepRecent(useSearch.getState().text)
  const { episodeId, group } = hit
  switch (group) {
    case 'episodes':
      return openEpisode(episodeId)
    case 'chapters':
    case 'transcripts':
      return play(hit)
    case 'highlights':
      return openHighlightOf(episodeId, hit.item)
    case 'notes': {
      const note = typeof hit.item === 'string' ? await annotationWith(hit.item) : null
      return note === null ? openEpisode(episodeId) : openNote(note)
    }
  }
}

export function playHit(hit: SearchHit): void {
  keepRecent(useSearch.getState().text)
  play(hit)
}

/** The list stays in front. */
function play({ episodeId, startSeconds }: SearchHit): void {
  showEpisode(episodeId)
  void (startSeconds === null ? playEpisode(episodeId) : playFrom(episodeId, startSeconds))
}

async function openHighlightOf(episodeId: EpisodeId, item: SearchHit['item']): Promise<void> {
  const details = typeof item === 'number' ? await episodeDetails(episodeId) : undefined
  const highlight = typeof item === 'number' ? details?.highlights[item] : undefined
  if (highlight === undefined) openEpisode(episodeId)
  else openHighlight(episodeId, highlight)
}
