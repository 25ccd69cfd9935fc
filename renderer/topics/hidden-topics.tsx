import { useMemo } from 'react'
import { storedTopicCounts } from '../db/topic-counts.ts'
import { useLibrary, useTopicNames } from '../db/use-library.ts'
import { Button } from '../elements/button.tsx'
import { episodeCountText } from './count-topics.ts'
import styles from './hidden-topics.module.css'
import { unhideTopic } from './name-acts.ts'

/** Topics that the person hid, each with the way back. */
export function HiddenTopics() {
  const names = useTopicNames()
  const library = useLibrary()
  const counts = useMemo(
    () => (library === undefined ? null : storedTopicCounts(library, new Set(names.hidden))),
    [library, names],
  )
  return (
    <ul aria-label="Hidden topics" className={styles.hidden}>
      {names.hidden.toSorted().map((topic) => (
        <li key={topic} className={styles.topic}>
          <span className={styles.name} dir="auto">
            {topic}
          </span>
          <span className={styles.count}>{episodeCountText(counts?.get(topic) ?? 0)}</span>
          <Button tone="quiet" aria-label={`Show ${topic} again`} onClick={() => void unhideTopic(topic)}>
            Show again
          </Button>
        </li>
      ))}
    </ul>
  )
}
