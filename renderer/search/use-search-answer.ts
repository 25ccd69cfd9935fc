import { useEffect, useState } from 'react'
import type { SearchQuery } from '../../shared/search/query.ts'
import { reportFault } from '../shell/faults.ts'
import type { SearchAnswer } from './search-answer.ts'
import { search, useIndexStatus } from './the-index.ts'

type Answered = { query: SearchQuery; answer: SearchAnswer }

/** So many of each group are read first. */
const fewOfEach = 6

const nothing: SearchAnswer = { groups: [], corrected: [], behind: 0 }

/**
 * The answer to a query, followed while the library changes. Until the answer to another query is there, that to the one before
 * stays; `null` before the first.
 */
export function useSearchAnswer(query: SearchQuery): Answered | null {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const revision = useIndexStatus((status) => status.revision)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another answer.
  useEffect(() => {
    if (isEmpty(query)) {
      setAnswered({ query, answer: nothing })
      return
    }
    let wanted = true
    void search(query, { perGroup: fewOfEach }).then((answer) => {
      if (wanted && answer !== null) setAnswered({ query, answer })
    }, reportFault)
    return () => {
      wanted = false
    }
  }, [query, revision])

  return answered
}

/** Without anything to look for, everything would be found. */
function isEmpty({ terms, filters }: SearchQuery): boolean {
  return terms.length + filters.length === 0
}
