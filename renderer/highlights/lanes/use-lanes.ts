import { useEffect, useMemo, useRef, useState } from 'react'
import type { Annotation } from '../../../shared/models/annotation.ts'
import { shownTopics } from '../../../shared/topics/topic-names.ts'
import type { Library } from '../../db/library.ts'
import { useAnnotations } from '../../db/use-annotations.ts'
import { useLibrary, useTopicNames } from '../../db/use-library.ts'
import { useSliced } from '../../db/use-sliced.ts'
import { useNoteEditor } from '../../notes/editor-store.ts'
import { reportFault } from '../../shell/faults.ts'
import { findNoted, type NotedMemory } from './find-noted.ts'
import type { LaneChoice } from './lane-choice.ts'
import { filteringLanes, type LaneEpisodes } from './lane-episodes.ts'
import { type LaneList, listLane, type NotedHighlights } from './lane-items.ts'

export type Lanes = LaneList & { episodes: LaneEpisodes }

/** What is listed, live; `null` until it is known. */
export function useLanes(choice: LaneChoice): Lanes | null {
  const { lane, matching, podcastSlug, fromDay, toDay, annotated } = choice
  const library = useLibrary()
  const names = useTopicNames()
  const topics = useMemo(() => shownTopics(choice.topics, names), [choice.topics, names])
  const filterLanes = useMemo(
    () => filteringLanes({ topics, matching, podcastSlug, fromDay, toDay }),
    [topics, matching, podcastSlug, fromDay, toDay],
  )
  const beginFilter = useMemo(
    () => (library === undefined ? null : () => filterLanes(library)),
    [library, filterLanes],
  )
  const episodes = useSliced(beginFilter)
  const noted = useNoted(library, annotated !== 'any')
  const beginList = useMemo(
    () =>
      episodes === null || noted === null
        ? null
        : () => withEpisodes(episodes, listLane(episodes, lane, annotated, noted)),
    [episodes, noted, lane, annotated],
  )
  return useSliced(beginList)
}

function* withEpisodes(episodes: LaneEpisodes, steps: Generator<void, LaneList>): Generator<void, Lanes> {
  const list = yield* steps
  return { ...list, episodes }
}

const noneNoted: NotedHighlights = new Map()
const memory: NotedMemory = new Map()

/** Which highlights have notes, once that was read; it is looked for only while somebody asks. */
function useNoted(library: Library | undefined, isAsked: boolean): NotedHighlights | null {
  const notes = useSettledNotes()
  const [noted, setNoted] = useState<NotedHighlights | null>(null)
  useEffect(() => {
    if (!isAsked || library === undefined || notes === undefined) return
    const stop = new AbortController()
    void findNoted(library, notes, memory, stop.signal)
      .then((found) => found === null || setNoted(found))
      .catch(reportFault)
    return () => stop.abort()
  }, [library, notes, isAsked])
  return isAsked ? noted : noneNoted
}

/** While one is written, they stay as they were: a highlight would leave the list of those without notes at its first letter. */
function useSettledNotes(): readonly Annotation[] | undefined {
  const notes = useAnnotations()
  const isWriting = useNoteEditor(({ editor }) => editor !== null)
  const settled = useRef(notes)
  if (!isWriting || settled.current === undefined) settled.current = notes
  return settled.current
}
