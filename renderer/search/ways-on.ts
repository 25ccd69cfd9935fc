import type { SearchQuery, SearchTerm } from '../../shared/search/query.ts'
import { filterText } from '../../shared/search/query-text.ts'

/** Another query that asks for less. */
export type Way = { label: string; query: SearchQuery }

const mostWays = 4

/** Without each filter, without quotes, without what is not to be there. */
export function waysOn({ terms, filters }: SearchQuery): Way[] {
  const ways: Way[] = []
  for (const filter of filters) {
    ways.push({
      label: `Without ${filterText(filter)}`,
      query: { terms, filters: filters.filter((each) => each !== filter) },
    })
  }
  if (terms.some(isPhrase)) {
    ways.push({ label: 'Without quotes', query: { terms: terms.flatMap(withoutQuotes), filters } })
  }
  const wanted = terms.filter(({ without }) => !without)
  if (wanted.length < terms.length) {
    ways.push({ label: 'Also what you left out', query: { terms: wanted, filters } })
  }
  return ways.filter(({ query }) => query.terms.length + query.filters.length > 0).slice(0, mostWays)
}

function isPhrase({ words, prefix, without }: SearchTerm): boolean {
  return !without && (!prefix || words.length > 1)
}

function withoutQuotes(term: SearchTerm): SearchTerm[] {
  if (!isPhrase(term)) return [term]
  return term.words.map((word) => ({ words: [word], prefix: true, without: false }))
}
