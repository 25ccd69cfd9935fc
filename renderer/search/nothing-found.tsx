import { SearchX } from 'lucide-react'
import type { SearchQuery } from '../../shared/search/query.ts'
import { queryText } from '../../shared/search/query-text.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { focusField } from './result-keys.ts'
import { leaveSearch, typeSearch } from './search-store.ts'
import styles from './search-view.module.css'
import { type Way, waysOn } from './ways-on.ts'

/** What can be searched instead. */
export function NothingFound({ query }: { query: SearchQuery }) {
  const ways = waysOn(query)
  const isAsked = queryText(query) !== ''
  return (
    <EmptyState
      icon={<SearchX size={20} />}
      title={isAsked ? 'Nothing has all of that' : 'Nothing to look for yet'}
      action={
        <div className={styles.ways}>
          {ways.map((way) => (
            <Button key={way.label} onClick={() => take(way)}>
              {way.label}
            </Button>
          ))}
          <Button tone="quiet" onClick={leave}>
            Clear search
          </Button>
        </div>
      }
    >
      {isAsked
        ? 'Fewer words find more. Only the podcasts you follow are searched.'
        : 'Type a word, or what comes after the colon.'}
    </EmptyState>
  )
}

function take({ query }: Way): void {
  typeSearch(queryText(query))
  focusField()
}

function leave(): void {
  leaveSearch()
  focusField()
}
