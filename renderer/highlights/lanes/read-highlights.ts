import type { Highlight } from '../../../shared/models/episode.ts'
import type { EpisodeId } from '../../../shared/models/identity.ts'
import { type DetailsPlace, detailsByBlock } from '../../db/details-by-block.ts'

/** An episode whose highlights are wanted as they were at a revision. */
export type WantedEpisode = DetailsPlace & { id: EpisodeId; revision: number }

/** As many as a person scrolls through in a while; about 1.5 kB each. */
const mostRemembered = 3000

const remembered = new Map<EpisodeId, { revision: number; highlights: readonly Highlight[] }>()

/** `undefined` of one that was not read yet, or says something else by now. */
export function knownHighlights({
  id,
  revision,
}: Omit<WantedEpisode, 'place' | 'podcastSlug'>): readonly Highlight[] | undefined {
  const known = remembered.get(id)
  return known?.revision === revision ? known.highlights : undefined
}

/** Reads those that are not known; those of one block of the library together. Ends when `signal` says so. */
export async function readHighlights(wanted: readonly WantedEpisode[], signal: AbortSignal): Promise<void> {
  const missing = wanted.filter((each) => knownHighlights(each) === undefined)
  for await (const { wanted: each, details } of detailsByBlock(missing, () => true)) {
    if (signal.aborted) return
    // Its place may have been given to another one meanwhile, of which the library will tell.
    const highlights = details?.id === each.id ? details.highlights : []
    remember(each, highlights)
  }
}

function remember({ id, revision }: WantedEpisode, highlights: readonly Highlight[]): void {
  remembered.delete(id)
  remembered.set(id, { revision, highlights })
  const oldest = remembered.size > mostRemembered ? remembered.keys().next().value : undefined
  if (oldest !== undefined) remembered.delete(oldest)
}
