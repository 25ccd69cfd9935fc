import { useEffect, useState } from 'react'
import type { Annotation } from '../../shared/models/annotation.ts'
import type { EpisodeId } from '../../shared/models/identity.ts'
import { shownTopics } from '../../shared/topics/topic-names.ts'
import { episodeRowsOf } from '../db/episodes.ts'
import { storedTopicNames } from '../db/topic-names.ts'
import type { TopicsOf } from './listed-notes.ts'

const noTopics: readonly string[] = []
const unknown: TopicsOf = () => noTopics

/** Topics of the episodes that have notes, once they were read; nothing is read while nobody asks. */
export function useTopics(notes: readonly Annotation[], isAsked: boolean): TopicsOf {
  const [topicsOf, setTopicsOf] = useState<TopicsOf>(() => unknown)
  const asked = isAsked ? notes : null
  useEffect(() => {
    if (asked === null) return
    let isWanted = true
    const ids = [...new Set(asked.map(({ episodeId }) => episodeId))]
    void Promise.all([episodeRowsOf(ids), storedTopicNames()]).then(([rows, names]) => {
      const topics = new Map(
        rows.map((row) => [row.id, shownTopics(row.topics, names).filter((topic) => !names.isHidden(topic))]),
      )
      if (isWanted) setTopicsOf(() => (id: EpisodeId) => topics.get(id) ?? noTopics)
    })
    return () => {
      isWanted = false
    }
  }, [asked])
  return topicsOf
}
