import { useMemo } from 'react'
import { useLibrary } from '../db/use-library.ts'
import { useSliced } from '../db/use-sliced.ts'
import { countNarrowed } from '../narrowing/narrowing.ts'
import { useNarrow } from '../narrowing/use-narrow.ts'

/** How many episodes of the library a query leaves, live; `null` until it is known. */
export function useListCount(query: string): number | null {
  const library = useLibrary()
  const narrow = useNarrow(query)
  const begin = useMemo(
    () => (library === undefined || narrow === null ? null : () => countNarrowed(library.slots, narrow)),
    [library, narrow],
  )
  return useSliced(begin)
}
