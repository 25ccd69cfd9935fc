import { ListFilter, ListPlus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { FilterPanel } from '../narrowing/filter-panel.tsx'
import { FilterTokens } from '../narrowing/filter-tokens.tsx'
import styles from '../narrowing/filters.module.css'
import { wholeQuery } from '../narrowing/query-fields.ts'
import { openDialog } from '../shell/open-dialog.ts'
import { useEditedList } from '../smart-lists/edited-list.ts'
import { leaveEditing, saveEdited } from '../smart-lists/list-acts.ts'
import { chooseQuery, clearFilters, useLibraryFilter } from './filter-store.ts'

/** What narrows the library beside topics, behind one button; and the way to keep it all as a smart list. */
export function FilterBar({ podcastSlug }: { podcastSlug: string | null }) {
  const panelId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isShown, setShown] = useState(false)
  const { topics, matching, query } = useLibraryFilter()
  const edited = useEditedList((state) => state.list)
  const inPodcast = podcastSlug === null ? '' : `podcast:${podcastSlug} `
  const whole = `${inPodcast}${wholeQuery({ topics, matching, query })}`.trim()
  const narrows = topics.length > 0 || query !== ''
  return (
    <>
      <div className={styles.line}>
        <Button
          ref={button}
          icon={<ListFilter size={14} />}
          aria-expanded={isShown}
          aria-controls={panelId}
          onClick={() => setShown(!isShown)}
        >
          Filters
        </Button>
        <FilterTokens query={query} onChange={chooseQuery} />
        {!narrows || edited !== null ? null : (
          <span className={`${styles.line} ${styles.end}`}>
            <Button tone="quiet" onClick={clearFilters}>
              Clear
            </Button>
            <Button
              tone="quiet"
              icon={<ListPlus size={14} />}
              aria-haspopup="dialog"
              onClick={() => openDialog({ kind: 'list-name', list: { is: 'new', query: whole } })}
            >
              Save as list…
            </Button>
          </span>
        )}
      </div>
      {edited === null ? null : (
        <section className={styles.line} aria-label={`Filters of ${edited.name}`}>
          <span className={styles.words} dir="auto">
            Filters of “{edited.name}”
          </span>
          <span className={`${styles.line} ${styles.end}`}>
            <Button tone="quiet" onClick={leaveEditing}>
              Cancel
            </Button>
            <Button tone="primary" onClick={() => void saveEdited(whole)}>
              Save changes
            </Button>
          </span>
        </section>
      )}
      {isShown ? (
        <FilterPanel
          id={panelId}
          query={query}
          offersPodcasts={podcastSlug === null}
          onChange={chooseQuery}
          onClose={() => {
            button.current?.focus()
            setShown(false)
          }}
        />
      ) : null}
    </>
  )
}
