import { SearchX } from 'lucide-react'
import type { SearchQuery } from '../../shared/search/query.ts'
import { queryText } from '../../shared/search/query-text.ts'
import { Button } from '../elements/button.tsx'
import { EmptyState } from '../elements/empty-state.tsx'
import { useKnownValues } from './known-values.ts'
import { focusField } from './result-keys.ts'
import { leaveSearch, typeSearch } from './search-store.ts'
import styles from './search-view.module.css'
import { type UnknownValue, unknownValue } from './unknown-value.ts'
import { type Way, waysOn } from './ways-on.ts'

/** What can be searched instead. */
export function NothingFound({ query }: { query: SearchQuery }) {
  const known = useKnownValues()
  const unknown = unknownValue(query, known)
  const ways = [...(unknown?.ways ?? []), ...waysOn(query)]
  const { title, hint } = queryText(query) === '' ? notAsked : unknown === null ? notFound : saidOf(unknown)
  return (
    <EmptyState
      icon={<SearchX size={20} />}
      title={title}
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
      {hint}
    </EmptyState>
  )
}

const notAsked = {
  title: 'Nothing to look for yet',
  hint: 'Type a word, or what comes after the colon.',
}
const notFound = {
  title: 'Nothing has all of that',
  hint: 'Fewer words find more. Only the podcasts you follow are searched.',
}

function saidOf({ title, ways }: UnknownValue): { title: string; hint: string } {
  return { title, hint: ways.length > 0 ? 'One of these may be meant.' : notFound.hint }
}

function take({ query }: Way): void {
  typeSearch(queryText(query))
  focusField()
}

function leave(): void {
  leaveSearch()
  focusField()
}
