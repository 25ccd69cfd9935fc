import { useMemo } from 'react'
import { useLibrary } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { useNarrow } from '../narrowing/use-narrow.ts'
import { type FilteredLibrary, filtering, type LibraryFilter } from './filter-library.ts'

/** What a filter leaves of the library, live; `null` until the library, and all that the filter asks about, is known. */
export function useNarrowed({ podcastSlug, topics, matching, query }: LibraryFilter): FilteredLibrary | null {
  const library = useLibrary()
  const narrow = useNarrow(query)
  const filterLibrary = useMemo(
    () => filtering({ podcastSlug, topics, matching, query }),
    [podcastSlug, topics, matching, query],
  )
  const begin = useMemo(
    () => (library === undefined || narrow === null ? null : () => filterLibrary(library, narrow)),
    [library, narrow, filterLibrary],
  )
  return useSliced(begin)
}
