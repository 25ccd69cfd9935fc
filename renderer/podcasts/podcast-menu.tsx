import { CircleStop, Info, RefreshCw, Trash2 } from 'lucide-react'
import type { PodcastRow } from '../db/rows.ts'
import { Menu, type MenuItem } from '../elements/menu.tsx'
import { openDialog } from '../shell/open-dialog.ts'
import { progressOf, useSyncProgress } from '../sync/progress.ts'
import { cancelSync } from '../sync/sync-podcast.ts'
import { syncNow } from './actions.ts'

export function PodcastMenu({ podcast, className }: { podcast: PodcastRow; className?: string | undefined }) {
  const syncing = useSyncProgress((state) => progressOf(state, podcast.slug) !== undefined)
  const sync: MenuItem = syncing
    ? { label: 'Stop syncing', icon: <CircleStop size={15} />, run: () => cancelSync(podcast.slug) }
    : { label: 'Sync now', icon: <RefreshCw size={15} />, run: () => void syncNow(podcast) }
  return (
    <Menu
      label={`More about ${podcast.title}`}
      className={className}
      items={[
        sync,
        {
          label: 'Details',
          icon: <Info size={15} />,
          run: () => openDialog({ kind: 'podcast-details', podcastSlug: podcast.slug }),
        },
        {
          label: 'Remove',
          icon: <Trash2 size={15} />,
          tone: 'danger',
          run: () => openDialog({ kind: 'remove-podcast', podcastSlug: podcast.slug }),
        },
      ]}
    />
  )
}
