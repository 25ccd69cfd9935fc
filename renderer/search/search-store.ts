import { navigate, useHashLocation } from 'wouter/use-hash-location'
import { create } from 'zustand'
import type { SearchGroup } from '../../shared/search/query.ts'
import { showFront } from '../shell/front-pane.ts'

type SearchState = {
  /** As typed. */
  text: string
  /** The one group that is shown whole, or a few of each. */
  group: SearchGroup | null
  /** Where the person was before they searched, and is again afterwards. */
  placeBehind: string
}

const searchPath = '/search'

export const useSearch = create<SearchState>(() => ({ text: '', group: null, placeBehind: '/library' }))

export function isSearch(location: string): boolean {
  return location === searchPath
}

/** What is typed is searched at once; without any text there is no search. */
export function typeSearch(text: string): void {
  if (text === '') {
    leaveSearch()
    return
  }
  useSearch.setState({ text, group: null })
  if (!isSearch(location.hash.slice(1))) navigate(searchPath)
  showFront('place')
}

export function showGroup(group: SearchGroup | null): void {
  useSearch.setState({ group })
}

/** Back to where the person was, which stayed as it was. */
export function leaveSearch(): void {
  useSearch.setState({ text: '', group: null })
  if (isSearch(location.hash.slice(1))) navigate(useSearch.getState().placeBehind, { replace: true })
}

/** To be told of every place the person comes to. */
export function arriveAt(location: string): void {
  if (!isSearch(location)) useSearch.setState({ text: '', group: null, placeBehind: location })
  else if (useSearch.getState().text === '') leaveSearch()
}

/** For what lies behind a search, the person is still where they were. */
export function usePlaceLocation(): ReturnType<typeof useHashLocation> {
  const [location, go] = useHashLocation()
  const placeBehind = useSearch((state) => state.placeBehind)
  return [isSearch(location) ? placeBehind : location, go]
}
