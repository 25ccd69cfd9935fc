import { useEffect, useMemo } from 'react'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { AllResults } from './all-results.tsx'
import { GroupResults } from './group-results.tsx'
import { registerResultCommands } from './reached-hit.ts'
import { useSearch } from './search-store.ts'

/** What was found, a few of each group or one group whole. */
export function SearchView() {
  const text = useSearch((state) => state.text)
  const group = useSearch((state) => state.group)
  const parsed = useMemo(() => parseQuery(text, Date.now()), [text])
  useEffect(registerResultCommands, [])
  return group === null ? (
    <AllResults text={text} parsed={parsed} />
  ) : (
    <GroupResults key={group} group={group} query={parsed.query} />
  )
}
