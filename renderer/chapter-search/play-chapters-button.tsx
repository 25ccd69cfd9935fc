import { Play } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { useLibraryFilter } from '../library/filter-store.ts'
import { openDialog } from '../shell/open-dialog.ts'
import { aboutText, queryOf } from './chapter-query.ts'
import styles from './play-chapters-button.module.css'

/** As long as words or topics narrow the library. */
export function PlayChaptersButton({ podcastSlug }: { podcastSlug: string | null }) {
  const { words, topics, matching } = useLibraryFilter()
  const query = queryOf({ words, topics, matching, podcastSlug })
  if (query === null) return null
  return (
    <Button
      tone="quiet"
      className={styles.button}
      icon={<Play size={13} />}
      aria-haspopup="dialog"
      onClick={() => openDialog({ kind: 'find-chapters', query })}
    >
      Play chapters about {aboutText(query)}
    </Button>
  )
}
