import { LibraryBig, SearchX } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { openDialog } from '../shell/open-dialog.ts'
import { clearFilters } from './filter-store.ts'
import { NoneOfPodcast } from './none-of-podcast.tsx'

type NoEpisodesProps = {
  /** How many there are before anything narrows them. */
  total: number
  podcastSlug: string | null
}

/** Why the list is empty, and what to do next. */
export function NoEpisodes({ total, podcastSlug }: NoEpisodesProps) {
  if (total > 0) {
    return (
      <EmptyState
        icon={<SearchX size={20} />}
        title="No episode matches"
        action={<Button onClick={clearFilters}>Clear filters</Button>}
      >
        No episode has everything that is chosen above. Take a topic or a filter away.
      </EmptyState>
    )
  }
  if (podcastSlug !== null) return <NoneOfPodcast podcastSlug={podcastSlug} />
  return (
    <EmptyState
      icon={<LibraryBig size={20} />}
      title="Your library is empty"
      action={
        <Button tone="primary" onClick={() => openDialog({ kind: 'add-podcast' })}>
          Add your first podcast
        </Button>
      }
    >
      Paste the address of a podcast or an episode, and its chapters, topics and highlights are yours to keep.
    </EmptyState>
  )
}
