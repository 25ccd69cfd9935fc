import { useEffect, useState } from 'react'
import type { SearchGroup, SearchQuery } from '../../shared/search/query.ts'
import type { RowWindow } from '../library/row-window.ts'
import { reportFault } from '../shell/faults.ts'
import type { SearchHit } from './search-answer.ts'
import { search, useIndexStatus } from './the-index.ts'

const perPage = 50

type Page = { query: SearchQuery; revision: number; hits: readonly SearchHit[] }
type Pages = { total: number | null; pages: ReadonlyMap<number, Page> }

/**
 * All hits of a group, of which those in the window are read, a page at a time: a newer question for a group takes the place of the one
 * before. A page of another query or revision stays until it is read anew.
 */
export function useGroupPages(
  group: SearchGroup,
  query: SearchQuery,
): { total: number | null; at: (index: number) => SearchHit | undefined; look: (window: RowWindow) => void } {
  const [{ total, pages }, setPages] = useState<Pages>({ total: null, pages: new Map() })
  const [{ first, last }, setSeen] = useState({ first: 0, last: 0 })
  const [retries, setRetries] = useState(0)
  const revision = useIndexStatus((status) => status.revision)
  const wanted = firstMissing(first, last)

  function firstMissing(from: number, to: number): number | null {
    for (let number = from; number <= to; number += 1) {
      const page = pages.get(number)
      if (page?.query !== query || page.revision !== revision) return number
    }
    return null
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when another question took its place.
  useEffect(() => {
    if (wanted === null) return
    let isWanted = true
    void search(query, { group, perGroup: perPage, from: wanted * perPage }).then((answer) => {
      if (!isWanted) return
      if (answer === null) return setRetries((count) => count + 1)
      const found = answer.groups.find((each) => each.group === group)
      const page = { query, revision, hits: found?.hits ?? [] }
      setPages((before) => ({
        total: found?.total ?? 0,
        pages: new Map([...before.pages, [wanted, page]]),
      }))
    }, reportFault)
    return () => {
      isWanted = false
    }
  }, [query, group, revision, wanted, retries])

  return {
    total,
    at: (index) => pages.get(Math.floor(index / perPage))?.hits[index % perPage],
    look: (window) => {
      const seen = {
        first: Math.floor(window.first / perPage),
        last: Math.floor(Math.max(0, window.end - 1) / perPage),
      }
      if (seen.first !== first || seen.last !== last) setSeen(seen)
    },
  }
}
