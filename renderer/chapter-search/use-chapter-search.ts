import { useEffect, useRef, useState } from 'react'
import { useLibrary } from '../db/use-library.ts'
import { reportFault } from '../shell/faults.ts'
import type { ChapterQuery } from './chapter-query.ts'
import { type ChapterSearch, findChapters } from './find-chapters.ts'

/** Looks once through the library as it is when it is there, and no longer than somebody looks on. `null` before that. */
export function useChapterSearch(query: ChapterQuery): ChapterSearch | null {
  const library = useLibrary()
  const isThere = library !== undefined
  const latest = useRef(library)
  latest.current = library
  const [search, setSearch] = useState<ChapterSearch | null>(null)

  useEffect(() => {
    if (!isThere || latest.current === undefined) return
    const stop = new AbortController()
    void findChapters(latest.current, query, stop.signal, setSearch).catch(reportFault)
    return () => stop.abort()
  }, [isThere, query])

  return search
}
